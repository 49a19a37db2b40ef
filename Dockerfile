# One image; the command chooses the process: the whole hub (default), a gateway or a subgraph.
FROM node:24-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM build AS production
# What only development needs stays in the build stage, from which the identity provider for trying out runs.
RUN npm prune --omit=dev && rm -rf test bench deploy dist/test dist/bench dist/deploy

FROM node:24-bookworm-slim
WORKDIR /hub
ENV HOST=0.0.0.0 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=production --chown=node:node /hub /hub
USER node
VOLUME /data
EXPOSE 4000 4001 4002 4003 4004 4005
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# A subgraph: CMD ["node", "dist/subgraphs/donations/main.js"]; a gateway: CMD ["node", "dist/gateway/gateway.main.js"]
CMD ["node", "--enable-source-maps", "dist/gateway/main.js"]
