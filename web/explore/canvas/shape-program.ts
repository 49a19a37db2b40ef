import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import { floatColor } from 'sigma/utils';

/** What a node is drawn as; its number is what the shader tells shapes by. */
export const shapes = ['circle', 'square', 'diamond', 'triangle', 'hexagon'] as const;

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_shape;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_shape;
varying float v_pixels;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  v_pixels = a_size / u_sizeRatio * u_pixelRatio * 2.0;
  gl_PointSize = v_pixels * 1.25;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

/** The distance to the edge of the shape: negative inside, in radii. */
const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_shape;
varying float v_pixels;
float outside(vec2 p) {
  if (v_shape < 0.5) return length(p) - 0.9;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - 0.82;
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y) - 1.12) * 0.7071;
  if (v_shape < 3.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - 0.62;
  return max(abs(p.x) * 0.866 + abs(p.y) * 0.5, abs(p.y)) - 0.86;
}
void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * vec2(1.25, -1.25);
  float feather = 2.5 / v_pixels;
  float d = outside(p);
  #ifdef PICKING_MODE
  if (d > 0.0) discard;
  gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(-feather, 0.0, d);
  if (cover <= 0.0) discard;
  gl_FragColor = vec4(v_color.rgb, v_color.a) * cover;
  #endif
}`;

const uniforms = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

/** Draws each node as one point, shaped by the shader: a sign of its kind besides its colour. */
export class ShapeProgram extends NodeProgram<(typeof uniforms)[number]> {
  getDefinition() {
    const { FLOAT, POINTS, UNSIGNED_BYTE } = WebGL2RenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: POINTS,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_shape', size: 1, type: FLOAT },
      ],
    };
  }

  processVisibleItem(index: number, start: number, data: NodeDisplayData & { shape?: number }): void {
    this.array.set([data.x, data.y, data.size, floatColor(data.color), index, data.shape ?? 0], start);
  }

  setUniforms(
    { sizeRatio, pixelRatio, matrix }: RenderParams,
    { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>,
  ): void {
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}
