# Codes of igc-id, igc-x509 and igc-crypto.
-cure-bytes = fetch the file again from its source; if it stays so, its maker broke the standard: have it made again
-cure-forged = do not use this file; fetch it again from its source
-cure-csr = make the request again: igc csr new
-cure-kind = check that it is a certificate, a request, a CRL, a PKCS#7, a PKCS#12 or a key
-cure-ber = have the file re-encoded in DER by the tool that made it
-cure-oid = write it so: 1.2.250.1.71
-cure-pem = copy the whole text, from the BEGIN line to the END line
-cure-pemkey = convert the key to PKCS#8: openssl pkcs8 -topk8 -in old.key -out new.key
-cure-string = its maker chose the wrong string type (node-forge does so with the underscore): have it made with UTF8String
-cure-time = write it so: 2029-03-01T00:00:00Z
-cure-id = copy the identifier again from its register
-cure-prefix = structures begin with 0 to 4, persons with 0, 3 to 6 or 8
-cure-hostile = do not open this file unless you trust its maker
-cure-password = try the password again; a lost password means a new request
-cure-shorter = choose a shorter one
-cure-random = try again; on a machine just started, wait for it to gather randomness
-cure-repack = export the file again with AES-256 and SHA-256

x509-algorithm-mismatch = the signed and the outer signature algorithm differ
  .rule = RFC 5280 §4.1.1.2, §5.1.1.2
  .cure = { -cure-forged }

x509-attribute-duplicate = an attribute of the request appears more than once
  .rule = RFC 2986 §4.1
  .cure = { -cure-csr }

x509-attribute-values = an attribute of the request does not have exactly one value
  .rule = RFC 2985 §5.4
  .cure = { -cure-csr }

x509-bit-string-invalid = a bit string is not in the form DER asks for
  .rule = X.690 §8.6, §11.2
  .cure = { -cure-bytes }

x509-boolean-invalid = a boolean is neither 00 nor FF
  .rule = X.690 §11.1
  .cure = { -cure-bytes }

x509-default-encoded = a value equal to its default is encoded
  .rule = X.690 §11.5
  .cure = { -cure-bytes }

x509-empty = a list that needs an element is empty
  .rule = RFC 5280 §4.2.1
  .cure = { -cure-bytes }

x509-extension-duplicate = an extension appears more than once
  .rule = RFC 5280 §4.2
  .cure = { -cure-bytes }

x509-extension-too-many = there are more extensions than the limit
  .cure = { -cure-bytes }

x509-extension-value = the value of an extension breaks its definition
  .rule = RFC 5280 §4.2.1
  .cure = { -cure-bytes }

x509-extension-version = this version of the structure has no extensions
  .rule = RFC 5280 §4.1.2.9, §5.1.2.1
  .cure = { -cure-bytes }

x509-general-name-invalid = a general name is not well formed
  .rule = RFC 5280 §4.2.1.6
  .cure = { -cure-bytes }

x509-input-unknown = nothing is recognised in these bytes, neither PEM nor DER
  .cure = { -cure-kind }

x509-integer-invalid = an integer is empty or not in its shortest form
  .rule = X.690 §8.3
  .cure = { -cure-bytes }

x509-integer-range = an integer is outside the range of its field
  .rule = RFC 5280 §4.1, §5.1
  .cure = { -cure-bytes }

x509-length-indefinite = a length is in the indefinite form, which DER forbids
  .rule = X.690 §10.1
  .cure = { -cure-ber }

x509-length-not-minimal = a length does not use the fewest octets
  .rule = X.690 §10.1
  .cure = { -cure-bytes }

x509-length-too-large = a length exceeds what is supported
  .cure = { -cure-bytes }

x509-null-invalid = a null has contents
  .rule = X.690 §8.8
  .cure = { -cure-bytes }

x509-oid-invalid = an object identifier is not well formed
  .rule = X.690 §8.19
  .cure = { -cure-bytes }

x509-oid-text = the text is not a dotted object identifier
  .rule = X.660
  .cure = { -cure-oid }

x509-pem-base64 = the base64 text of a PEM block is not well formed
  .rule = RFC 7468 §3
  .cure = { -cure-pem }

x509-pem-header = a PEM block has headers such as Proc-Type
  .rule = RFC 7468 §2, RFC 1421
  .cure = { -cure-pemkey }

x509-pem-label = the labels of a PEM block differ or are not well formed
  .rule = RFC 7468 §2
  .cure = { -cure-pem }

x509-pem-missing = there is no PEM block
  .rule = RFC 7468 §2
  .cure = { -cure-pem }

x509-pem-unterminated = a PEM block has no end line
  .rule = RFC 7468 §2
  .cure = { -cure-pem }

x509-pkcs7-content-type = the content of the PKCS#7 is not signed data
  .rule = RFC 5652 §5.1
  .cure = { -cure-kind }

x509-set-order = the elements of a set are not in order
  .rule = X.690 §11.6
  .cure = { -cure-bytes }

x509-string-contents = a string holds what its type does not allow
  .rule = X.680 §41, RFC 5280 §4.1.2.4
  .cure = { -cure-string }

x509-string-type = a value is not one of the string types
  .rule = RFC 5280 §4.1.2.4
  .cure = { -cure-bytes }

x509-tag-unexpected = there is another type than the structure has here
  .rule = RFC 5280 §4.1, §5.1
  .cure = { -cure-bytes }

x509-time-invalid = a date or time is not well formed
  .rule = RFC 5280 §4.1.2.5
  .cure = { -cure-bytes }

x509-time-text = the text is not a moment of the form 2026-11-22T10:00:00Z
  .rule = RFC 3339
  .cure = { -cure-time }

x509-trailing-data = there are octets after the end
  .rule = X.690 §8.1
  .cure = { -cure-bytes }

x509-truncated = the bytes end too early
  .rule = X.690 §8.1
  .cure = { -cure-bytes }

x509-unique-id-version = version 1 has no unique identifiers
  .rule = RFC 5280 §4.1.2.8
  .cure = { -cure-bytes }

x509-version-invalid = the version number does not exist
  .rule = RFC 5280 §4.1.2.1, §5.1.2.1
  .cure = { -cure-bytes }

id-character = an identifier has a character that may not stand there
  .cure = { -cure-id }

id-check-digit = the check digit of an identifier does not hold: a digit is wrong
  .cure = { -cure-id }

id-length = an identifier has too few or too many characters
  .cure = { -cure-id }

id-local = the local part of an identifier is missing or malformed
  .cure = { -cure-id }

id-prefix = the prefix of a national identifier is not known
  .cure = { -cure-prefix }

crypto-pbe-ciphertext-length = the encrypted content has a length its cipher cannot give
  .rule = RFC 8018 §6
  .cure = { -cure-bytes }

crypto-pbe-iterations = the file asks for more key-derivation work than is allowed
  .cure = { -cure-hostile }

crypto-pbe-mac-length = the authentication code has the wrong length
  .rule = RFC 7292 §4
  .cure = { -cure-bytes }

crypto-pbe-mac-mismatch = the password is wrong, or the file was altered
  .rule = RFC 7292 §5.1
  .cure = { -cure-password }

crypto-pbe-memory = the file asks for more key-derivation memory than is allowed
  .cure = { -cure-hostile }

crypto-pbe-padding = decryption fails: the password is wrong, or the file was altered
  .rule = RFC 8018 §6
  .cure = { -cure-password }

crypto-pbe-parameters = the parameters of the encryption are not well formed
  .rule = RFC 8018 §A
  .cure = { -cure-bytes }

crypto-pbe-password-length = the password is longer than is allowed
  .cure = { -cure-shorter }

crypto-pbe-random = the random source of the system is not available
  .cure = { -cure-random }

crypto-pbe-unsupported = the file is encrypted with an algorithm this command does not know
  .cure = { -cure-repack }

crypto-random = the random source of the system is not available
  .cure = { -cure-random }
