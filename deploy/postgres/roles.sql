-- Who enters the server. The hub's role is no superuser: it makes the schemas and the least-privilege roles of its subgraphs.
create role hub login createrole password :'hub_password';
create database hub owner hub;
create role replication login replication password :'replication_password';
