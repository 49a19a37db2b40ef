// Loaded into a process before anything else: every connection but to this machine fails, and is noted in the file OUTBOUND_LOG.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const isHere = (host) => host === undefined || /^(localhost|127\.|::1$|\[::1\])/.test(host);
const note = (what) => appendFileSync(process.env.OUTBOUND_LOG, `${what}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...parameters) {
  const [first] = parameters;
  const options = Array.isArray(first) ? first[0] : first;
  const host = typeof options === 'object' && options !== null ? options.host : parameters[1];
  const isSocketFile = typeof options === 'object' ? options?.path != null : typeof options === 'string';
  if (isSocketFile || isHere(typeof host === 'string' ? host : undefined))
    return connect.apply(this, parameters);
  note(`connect ${host}`);
  process.nextTick(() => this.destroy(Object.assign(new Error('blocked'), { code: 'ENETUNREACH' })));
  return this;
};

for (const module of [dns, dns.promises]) {
  const lookup = module.lookup;
  module.lookup = function (host, ...rest) {
    if (!isHere(host)) note(`lookup ${host}`);
    return lookup.call(this, host, ...rest);
  };
}
const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...parameters) {
  note('send a datagram');
  return send.apply(this, parameters);
};
