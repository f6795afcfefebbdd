
// src/core/api/body.ts
var BodyTooLarge = class extends Error {
};
async function readBody(response, maxBytes) {
  const announced = Number(response.header("content-length") ?? 0);
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (announced > maxBytes || size > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
async function readStart(response, maxBytes) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= maxBytes) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks, size).subarray(0, maxBytes));
}
async function discardBody(response) {
  for await (const _ of response.body) break;
}

// src/core/api/deadline.ts
function startDeadline(ms, signal) {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, ms);
  const stop = () => controller.abort();
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    clear: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  };
}

export {
  BodyTooLarge,
  readBody,
  readStart,
  discardBody,
  startDeadline
};
