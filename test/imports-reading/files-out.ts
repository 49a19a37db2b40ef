import { test } from '@jest/globals';
test.todo('files-out');
