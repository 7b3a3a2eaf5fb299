// Makes a PKCS#10 the way browser and Node tools do: node-forge with its own defaults.
// Standard input: {"subject": [[shortName, value]…], "dns": […], "challenge": text?, "digest": name?}.
// Standard output: the request, PEM.
'use strict';
const forge = require('node-forge');
const order = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));

const keys = forge.pki.rsa.generateKeyPair({ bits: order.bits ?? 2048 });
const request = forge.pki.createCertificationRequest();
request.publicKey = keys.publicKey;
request.setSubject(order.subject.map(([shortName, value]) => ({ shortName, value })));

const attributes = [];
if (order.challenge) attributes.push({ name: 'challengePassword', value: order.challenge });
if (order.dns?.length) {
  const altNames = order.dns.map((value) => ({ type: 2, value }));
  attributes.push({ name: 'extensionRequest', extensions: [{ name: 'subjectAltName', altNames }] });
}
if (attributes.length) request.setAttributes(attributes);

// Without a digest, forge signs with SHA-1.
request.sign(keys.privateKey, order.digest ? forge.md[order.digest].create() : undefined);
process.stdout.write(forge.pki.certificationRequestToPem(request));
