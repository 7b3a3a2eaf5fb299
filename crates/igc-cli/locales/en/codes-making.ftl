# Codes of ordering, the catalogue, keys, requests, issuing and PKCS#12.

catalogue-field-characters = a field has a character not allowed there
  .cure = leave the character out

catalogue-field-missing = a field that the product needs is missing
  .cure = give it by an option or in the file of --structure

catalogue-field-too-long = a field is longer than a certificate may hold
  .rule = RFC 5280 appendix A.1
  .cure = shorten it

catalogue-not-found = the catalogue has no product and no usage of this name
  .cure = igc catalogue products, igc catalogue usages

crypto-generate-backend = the cryptographic library made no key
  .cure = try again

crypto-key-encrypted = the private key is encrypted
  .cure = open it first: openssl pkcs8 -in key.pem -out open.key

crypto-key-inconsistent = the parts of the private key do not belong together
  .cure = fetch the file again from its source

crypto-key-malformed = this is no private key in PKCS#8, PKCS#1 or SEC 1
  .rule = RFC 5958, RFC 8017 §A.1.2, RFC 5915
  .cure = igc inspect tells what it is

crypto-key-no-pem = there is no PEM block of a private key
  .rule = RFC 7468 §10
  .cure = igc inspect tells what the file holds

crypto-key-unsupported = keys of this algorithm, curve or size are not taken
  .cure = make a key of 2048 bits or more: igc csr new

crypto-sign-algorithm = the key cannot sign with this algorithm
  .cure = choose another kind of key

crypto-sign-key = keys of this kind or size are not signed with
  .cure = choose another kind of key

crypto-sign-signer = the signer failed
  .cure = try again

crypto-verify-invalid = the signature does not hold
  .cure = do not use this file; fetch it again from its source

crypto-verify-key = the public key is malformed
  .cure = do not use this file; fetch it again from its source

crypto-verify-legacy = the signature or its key is of a kind no longer safe
  .rule = RGS annex B1
  .cure = have it made again with SHA-256 and a key of 2048 bits or more

crypto-verify-unsupported = the signature's algorithm is not known here
  .cure = have it made with RSA or ECDSA

crypto-weak-close-primes = the two primes of the key lie too close: it can be factored
  .rule = FIPS 186-5 §A.1.1
  .cure = make a new key with a current tool: igc csr new

crypto-weak-invalid-exponent = the public exponent of the key is not one
  .rule = RFC 8017 §3.1
  .cure = make a new key with a current tool: igc csr new

crypto-weak-long-modulus = the modulus of the key is longer than is allowed
  .rule = RFC 8017 §3.1
  .cure = make a new key with a current tool: igc csr new

crypto-weak-pattern = the modulus of the key shows a pattern: it was not made at random
  .rule = RFC 8017 §3.2
  .cure = make a new key with a current tool: igc csr new

crypto-weak-roca = the key was made by a chip whose keys can be computed
  .rule = CVE-2017-15361
  .cure = make a new key with a current tool: igc csr new

crypto-weak-short-modulus = the modulus of the key is too short
  .rule = RGS annex B1
  .cure = make a new key with a current tool: igc csr new

crypto-weak-small-exponent = the public exponent of the key is too small
  .rule = RGS annex B1
  .cure = make a new key with a current tool: igc csr new

crypto-weak-small-factor = the modulus of the key has a small factor: it is no RSA key
  .rule = RFC 8017 §3.1
  .cure = make a new key with a current tool: igc csr new

csr-attribute-unknown = a request attribute is unknown and will be ignored
  .rule = only extensionRequest is read (RFC 2985 §5.4)
  .cure = nothing to do

csr-challenge-present = the request carries a challengePassword in clear; it is ignored
  .rule = the revocation code is chosen at withdrawal, never in the request (RFC 2985 §5.4.1)
  .cure = do not use that password anywhere else; leave it out next time

csr-extension-ca = the request asks for a certification authority
  .rule = no product is a certification authority (catalogue)
  .cure = leave basicConstraints out

csr-extension-conflict = the request asks for another key usage than its product has
  .rule = keyUsage and extKeyUsage come from the product (catalogue)
  .cure = leave keyUsage and extKeyUsage out: the product fixes them

csr-extension-ignored = the product fixes this extension; the request's is ignored
  .rule = only subjectAltName is taken from the request (catalogue)
  .cure = nothing to do

csr-extension-malformed = the requested extensions cannot be read
  .rule = extensionRequest holds one well-formed list of extensions, each at most once (RFC 2985 §5.4.2)
  .cure = make the request again: igc csr new

csr-field-name = a value that is to become an alternative name is not one
  .rule = RFC 5280 §4.2.1.6
  .cure = --dns serveur.exemple.test, --email contact@exemple.test

csr-key-exponent = the public exponent of the key is not safe
  .rule = the exponent is odd and at least 65537 (RFC 8017 §3.1, RGS annex B1)
  .cure = make a key with the exponent 65537: igc csr new

csr-key-kind = the product does not take this kind of key
  .rule = the key kinds of the product (catalogue)
  .cure = make an RSA key of 2048 bits: igc csr new

csr-key-malformed = the public key is malformed
  .rule = an RSA key is two positive integers, its parameters NULL (RFC 3279 §2.3.1, RFC 8017 §A.1.1)
  .cure = make the request again: igc csr new

csr-key-mismatch = the request was made with another key than the given one
  .rule = a certificate only works with the key of its request (RFC 2986 §3)
  .cure = find the key the request was made with, or make both again: igc csr new

csr-key-oversize = the key is larger than any seen on this product
  .rule = the key sizes seen on the product (catalogue)
  .cure = a key of 2048 bits is sure to be taken

csr-key-size = the size of the key is not one that is taken
  .rule = an RSA modulus has at least 2048 bits and at most 4096 (catalogue)
  .cure = make a key of 2048 bits: igc csr new

csr-key-weak = the key is known to be weak
  .rule = no key of a known broken generator (CVE-2008-0166, CVE-2017-15361)
  .cure = make a new key with a current tool: igc csr new

csr-san-mismatch = the requested names do not fit the subject or the order
  .rule = subjectAltName holds the names of the order; that of a server begins with the common name (catalogue)
  .cure = put the common name first among the names

csr-san-missing = the product must name what it is for
  .rule = the domain name or mail domain is mandatory for this product (form F413, notice §4.2)
  .cure = igc csr new --product SERV_SSL --dns serveur.exemple.test

csr-san-name = a requested name is not a full domain name in ASCII
  .rule = a domain name has two labels or more of letters, digits and hyphens; wildcards are not issued (RFC 5280 §4.2.1.6, RFC 1034 §3.5)
  .cure = ask for serveur.exemple.test; wildcards are not issued

csr-san-unexpected = the product has no alternative name; the requested one will not be in the certificate
  .rule = the product's profile has no subjectAltName (catalogue)
  .cure = leave subjectAltName out

csr-service-name = the service asks for another common name
  .rule = the usage fixes the name of the service applicatif (catalogue)
  .cure = igc catalogue show and the name of the usage tell which

csr-service-product = the service refuses this product
  .rule = the usage refuses the family of the product (catalogue)
  .cure = igc catalogue show and the name of the usage tell which it takes

csr-sign = the key did not sign the request
  .rule = RFC 2986 §3
  .cure = try again, or make another key: igc csr new

csr-signature = the signature does not hold: possession of the private key is not proven
  .rule = a request is signed with the subject's private key (RFC 2986 §3)
  .cure = make the request again: igc csr new

csr-signature-algorithm = the request is signed with a digest that is no longer safe
  .rule = SHA-256 or better (RFC 6194, RFC 6151, RGS annex B1)
  .cure = make it again with SHA-256: igc csr new

csr-signature-unsupported = the signature algorithm is not supported: possession of the key could not be checked
  .rule = a request is signed with the subject's private key (RFC 2986 §3)
  .cure = make the request again: igc csr new

csr-subject-characters = a value of the subject holds a control character
  .rule = names are for people to read (RFC 5280 §4.1.2.4)
  .cure = write it again without

csr-subject-charset = a PrintableString holds characters that the type does not have
  .rule = PrintableString has letters, digits, space and '()+,-./:=? only (X.680 §41.4)
  .cure = have the tool write UTF8String (node-forge writes the underscore wrongly)

csr-subject-encoding = the certificate will write this attribute in another string type
  .rule = the string types of the product's subject (catalogue)
  .cure = nothing to do

csr-subject-extra = the product's subject does not have this attribute; it will not be in the certificate
  .rule = the subject of the product (catalogue)
  .cure = leave it out

csr-subject-length = a value of the subject is longer than its attribute may be
  .rule = upper bounds of name attributes (RFC 5280 appendix A.1)
  .cure = shorten it

csr-subject-missing = the product's subject must have this attribute
  .rule = the subject of the product (catalogue)
  .cure = igc csr new writes the subject as the product needs it

csr-subject-order = the certificate will have the attributes in the order of the product
  .rule = the subject of the product (catalogue)
  .cure = nothing to do

csr-subject-repeated = the attribute appears more often than the product has it
  .rule = the subject of the product (catalogue)
  .cure = make the request again: igc csr new

csr-subject-value = a value of the subject is not the one of the order
  .rule = the subject follows from the structure or person of the order (form F413)
  .cure = make the request for the same structure: igc csr new
  .rule-personal = the subject follows from the person of the order (catalogue; PS products have no form)
  .cure-personal = make the request for the same person: igc csr new

issue-catalogue = the catalogue does not describe the authority fully
  .cure = this is a fault of igc: please report it

issue-field-characters = a field has a character not allowed there
  .cure = leave the character out

issue-field-domain-name = a server's name is not a full domain name in ASCII; wildcards are not issued
  .rule = RFC 5280 §4.2.1.6
  .cure = --dns serveur.exemple.test

issue-field-mail-address = this is not a mail address in ASCII
  .rule = RFC 5280 §4.2.1.6
  .cure = --email contact@exemple.test

issue-field-missing = a field that the product needs is missing
  .cure = give it by an option or in the file of --structure

issue-field-number = a field must be a number
  .cure = write digits only

issue-field-too-long = a field is longer than a certificate may hold
  .rule = RFC 5280 appendix A.1
  .cure = shorten it

issue-folder-damaged = a file of the test IGC is not what was written there
  .cure = put it back from a copy, or begin another test IGC with --igc

issue-folder-exposed = a key of the test IGC can be read by others than its owner
  .cure = chmod 600 on that file, or begin another test IGC with --igc

issue-folder-io = a file of the test IGC cannot be read or written
  .cure = check its rights, or choose another folder with --igc

issue-generate = no key could be made
  .cure = try again

issue-key = the product takes RSA keys of 2048 to 4096 bits with the exponent 65537 only
  .cure = --key-kind rsa-2048

issue-lint = what was about to be signed is not what was meant; nothing was signed
  .cure = this is a fault of igc: please report it

issue-policy-unknown = the certificate policy of this product is not publicly known
  .cure = order it in TEST

issue-random = the random source of the system is not available
  .cure = try again

issue-self-check = the signature just made does not verify; nothing was handed out
  .cure = try again; if it stays so, the machine's memory or the IGC's folder is damaged

issue-sign = the issuer's key did not sign
  .cure = try again, or begin another test IGC with --igc

issue-validity = the certificate would outlast its issuer, or precede it
  .rule = RFC 5280 §4.1.2.5
  .cure = choose another --at, or begin another test IGC with --igc

order-csr-unfit = the request does not fit the product: see the findings above
  .cure = cure each finding marked as an error, then order again

order-csr-which = it is not clear which product this request is for
  .cure = name it: --csr ORG_AUTH_CLI=demande.csr

order-dns-missing = the product must name its server
  .rule = form F413, notice §4.2
  .cure = --dns serveur.exemple.test

order-field-missing = the product needs a field that is not filled in
  .here = the product { $product } needs the field { $field }
  .cure = give it by an option or in the file of --structure

order-key-kind = there is no such kind of key
  .cure = --key-kind rsa-2048 (also rsa-3072, rsa-4096, p-256)

order-mail-missing = the product needs a mail address or a mail domain
  .rule = form F413, notice §4.2
  .cure = --mail-domain exemple.test, or --email contact@exemple.test
  .rule-personal = the certificate carries the mail address of its holder (catalogue; PS products have no form)
  .cure-personal = --email prenom.nom@exemple.test

order-mail-outside = the address is not in the mail domain
  .rule = form F413, notice §4.2
  .cure = give an address of the domain, or another --mail-domain

order-product-ps-alone = a PS product is ordered by the professional alone, never by a structure
  .here = { $product } is ordered by the professional alone, never by a structure; a structure orders { $instead }
  .rule = IGC-Santé: PS products have no form; the professional asks with his own CPS card
  .cure = order the PRO product of the structure, or leave the structure out

order-product-unknown = no product has this name
  .cure = igc catalogue products

order-service-missing = the product needs the name of the service (its CN)
  .cure = --service Client_TEST, or --usage roc which fixes it

order-structure-incomplete = the structure is named by half
  .cure = --name, --department and one of --finess, --siret, --siren; or a file with --structure

order-structure-unreadable = the file of the structure cannot be read
  .cure = [structure] name, finess, department; [person] …; [certificate] … in TOML

order-usage-rule = the service of this usage refuses such a certificate
  .here = the service of this usage refuses such a certificate: { $rule }
  .cure = igc catalogue show and the name of the usage tell what it takes

order-usage-unknown = no usage has this name
  .cure = igc catalogue usages

p12-algorithm-parameters = the parameters of an algorithm are malformed or refused
  .rule = RFC 8018, RFC 9579 §4
  .cure = fetch the file again from its source

p12-algorithm-unsupported = the file is encrypted with an algorithm not known here, whatever the password
  .cure = export it again with AES-256 and SHA-256

p12-budget-bags = there are more bags than is allowed
  .cure = do not open this file unless you trust its maker

p12-budget-depth = elements are nested deeper than is allowed
  .cure = do not open this file unless you trust its maker

p12-budget-iterations = the file asks for more key-derivation work than is allowed
  .cure = do not open this file unless you trust its maker

p12-budget-length = the file is longer than is allowed
  .cure = do not open this file unless you trust its maker

p12-budget-memory = the file asks for more memory than is allowed
  .cure = do not open this file unless you trust its maker

p12-damaged = the password is right, and the file is damaged
  .cure = fetch the file again from its source

p12-length = an element has a length that its encoding does not allow
  .rule = X.690 §8.1.3
  .cure = fetch the file again from its source

p12-not-pkcs12 = the file is no PKCS#12
  .rule = RFC 7292 §4
  .cure = igc inspect tells what it is

p12-pack-certificate = what was to be packed is no certificate
  .cure = igc inspect tells what it is

p12-pack-key = what was to be packed is no private key
  .cure = igc inspect tells what it is

p12-pack-pair = the certificate does not belong to the key
  .cure = find the key its request was made with

p12-password-length = the password is too long to be used
  .cure = choose one of less than 64 KB

p12-password-other = the password is right for the file, but a part of it is encrypted with another one
  .cure = ask its maker for a file with one password

p12-password-wrong = the password is wrong
  .cure = try again; a lost password means a new request

p12-public-key-integrity = the file is signed with a key instead of protected with a password
  .rule = RFC 7292 §3.1
  .cure = export it again with a password

p12-random = the random source of the system is not available
  .cure = try again

p12-tag = an element is not of the type expected there
  .rule = RFC 7292 §4
  .cure = fetch the file again from its source

p12-trailing = octets follow the end of the file's structure
  .rule = RFC 7292 §4
  .cure = fetch the file again from its source

p12-truncated = the file ends inside an element: it is cut short
  .rule = RFC 7292 §4
  .cure = fetch the file again from its source

p12-value = an element has a value that its type does not allow
  .rule = RFC 7292 §4
  .cure = fetch the file again from its source

p12-version = the version of the file is not 3
  .rule = RFC 7292 §4
  .cure = export it again

p12-warning-certificate = a certificate in the file is not valid DER; it can still be taken out
  .cure = ask for it anew if software refuses it

p12-warning-key-alone = no certificate belongs to a private key
  .cure = add its certificate, or look for the right key

p12-warning-key-in-clear = a private key lies in clear
  .cure = export the file again with a password

p12-warning-legacy = the file uses an algorithm that current software refuses, often saying that the password is wrong
  .cure = export it again with AES-256 and SHA-256

p12-warning-local-key-id = the certificate marked as the key's belongs to another key
  .cure = export key and certificate again together

p12-warning-no-mac = nothing protects the file from alteration
  .cure = export it again with a password

p12-warning-part-not-read = a part of the file is of another type and was not read
  .cure = ask its maker for a file under a password

p12-warning-password-form = the password is encoded as older software did; other software may call it wrong
  .cure = export the file again, with a password in plain ASCII
