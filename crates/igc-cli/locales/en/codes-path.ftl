# Codes of igc-path, igc-revocation and igc-verify.

path-anchor-none = no trust anchor was given
  .rule = RFC 5280 §6.1.1 (d)
  .cure = --anchor ancre.pem

path-budget-names = too many names and name constraints to compare
  .rule = RFC 5280 §4.2.1.10
  .cure = give only the certificates of the path

path-budget-policies = too many policies to keep
  .rule = RFC 9618 §3
  .cure = give only the certificates of the path

path-budget-signatures = too many signatures to verify
  .rule = RFC 4158 §2.4
  .cure = give only the certificates of the path

path-budget-steps = too many possible paths
  .rule = RFC 4158 §2.4
  .cure = give only the certificates of the path

path-expired = the certificate has expired
  .rule = RFC 5280 §6.1.3 (a)(2)
  .cure = order a new one; to judge the past, --at 2020-01-01T00:00:00Z

path-extension-critical = an extension that must not be critical is critical
  .cure = ask whoever issued it for a certificate made to the rules

path-extension-forbidden = an extension is present that must not be
  .cure = ask whoever issued it for a certificate made to the rules

path-extension-malformed = an extension is not well formed
  .rule = RFC 5280 §4.2
  .cure = ask whoever issued it for a certificate made to the rules

path-extension-missing = an extension is missing
  .cure = ask whoever issued it for a certificate made to the rules

path-extension-not-critical = an extension that must be critical is not
  .cure = ask whoever issued it for a certificate made to the rules

path-extension-unknown-critical = a critical extension is not known
  .rule = RFC 5280 §6.1.4 (o), §6.1.5 (e)
  .cure = ask whoever issued it for a certificate made to the rules

path-extension-value = the value of an extension breaks a rule
  .cure = ask whoever issued it for a certificate made to the rules

path-field-value = a field of the certificate breaks a rule
  .cure = ask whoever issued it for a certificate made to the rules

path-issuer-empty = the issuer name is empty
  .rule = RFC 5280 §4.1.2.4
  .cure = ask whoever issued it for a certificate made to the rules

path-issuer-key-usage = the issuer may not sign certificates
  .rule = RFC 5280 §6.1.4 (n)
  .cure = do not trust this file; fetch it again from its source

path-issuer-missing = no issuer of the certificate leads to a trust anchor
  .rule = RFC 4158 §2.2
  .cure = give the intermediate with --issuer, and the root of the same IGC (TEST or production) with --anchor

path-issuer-name = the issuer name is not the subject of the certificate above
  .rule = RFC 5280 §6.1.3 (a)(4)
  .cure = give the right intermediate with --issuer

path-issuer-not-ca = the issuer is not a certification authority
  .rule = RFC 5280 §6.1.4 (k)
  .cure = do not trust this file; fetch it again from its source

path-issuer-version = the issuer's certificate is older than version 3
  .rule = RFC 5280 §6.1.4 (k)
  .cure = ask whoever issued it for a certificate made to the rules

path-key-weak = the public key is not accepted: too small, or of another kind
  .cure = order a certificate with a key of 2048 bits or more

path-length = more intermediate certificates than an authority allows
  .rule = RFC 5280 §6.1.4 (l)
  .cure = do not trust this file; fetch it again from its source

path-name-constraints-malformed = a name constraint is not well formed
  .rule = RFC 5280 §4.2.1.10
  .cure = ask whoever issued it for a certificate made to the rules

path-name-constraints-unsupported = a name is constrained in a form that cannot be compared
  .rule = RFC 5280 §4.2.1.10
  .cure = ask whoever issued it for a certificate made to the rules

path-name-excluded = a name is excluded by an authority above
  .rule = RFC 5280 §6.1.3 (c)
  .cure = do not trust this file; fetch it again from its source

path-name-malformed = a name is not well formed
  .rule = RFC 5280 §4.2.1.6
  .cure = ask whoever issued it for a certificate made to the rules

path-name-mismatch = the certificate does not name the expected identity
  .rule = RFC 9525 §6
  .cure = check the name of the server, or order a certificate that names it

path-name-not-permitted = a name is not among those an authority above permits
  .rule = RFC 5280 §6.1.3 (b)
  .cure = do not trust this file; fetch it again from its source

path-not-yet-valid = the certificate is not yet valid
  .rule = RFC 5280 §6.1.3 (a)(2)
  .cure = check the clock; to judge another moment, --at

path-policy-mapped-any = a policy mapping names the any policy
  .rule = RFC 5280 §6.1.4 (a)
  .cure = ask whoever issued it for a certificate made to the rules

path-policy-none = no certificate policy is valid where one is required
  .rule = RFC 5280 §6.1.3 (f), §6.1.5 (g)
  .cure = ask whoever issued it for a certificate made to the rules

path-purpose-extended-key-usage = the extended key usage does not allow the purpose
  .rule = RFC 5280 §4.2.1.12
  .cure = use the product made for it: igc catalogue products

path-purpose-key-usage = the key usage does not allow the purpose
  .rule = RFC 5280 §4.2.1.3
  .cure = use the product made for it: igc catalogue products

path-refused-by-caller = the evidence at hand refuses the path
  .rule = RFC 5280 §6.1.3 (a)(3)
  .cure = see the status of each certificate

path-signature-algorithm = the signature algorithm is not accepted
  .rule = RFC 5280 §6.1.3 (a)(1)
  .cure = order a certificate signed with SHA-256

path-signature-invalid = the signature is not by the issuer's key
  .rule = RFC 5280 §6.1.3 (a)(1)
  .cure = do not trust this file; fetch it again from its source

path-signature-unsupported = the signature algorithm cannot be verified
  .rule = RFC 5280 §6.1.3 (a)(1)
  .cure = order a certificate signed with RSA or ECDSA and SHA-256

path-subject-empty = the subject is empty where it must not be
  .rule = RFC 5280 §4.1.2.6
  .cure = ask whoever issued it for a certificate made to the rules

revocation-crl-critical-extension = a critical extension of the CRL is not known
  .rule = RFC 5280 §5.2, §5.3
  .cure = fetch the CRL again from its publisher

revocation-crl-delta-only = the CRL is a delta CRL: it needs its base
  .rule = RFC 5280 §5.2.4
  .cure = fetch the current CRL and give it with --crl

revocation-crl-future = the CRL was made after the moment judged
  .rule = RFC 5280 §5.1.2.4
  .cure = give the CRL of that time, or another --at

revocation-crl-issuer-key-usage = the issuer may not sign CRLs
  .rule = RFC 5280 §6.3.3 (f)
  .cure = fetch the CRL again from its publisher

revocation-crl-malformed = an extension of the CRL is not well formed
  .rule = RFC 5280 §5.2
  .cure = fetch the CRL again from its publisher

revocation-crl-no-next-update = the CRL does not say until when it is good
  .rule = RFC 5280 §5.1.2.5
  .cure = fetch the CRL again from its publisher

revocation-crl-no-number = the CRL has no number
  .rule = RFC 5280 §5.2.3
  .cure = fetch the CRL again from its publisher

revocation-crl-none = there is no CRL by the certificate's issuer
  .rule = RFC 5280 §6.3.3 (b)(1)
  .cure = give the CRL of the certificate's own issuer with --crl

revocation-crl-other-issuer = the CRLs are issued under another name
  .rule = RFC 5280 §6.3.3 (f)
  .cure = give the CRL of the certificate's own issuer with --crl

revocation-crl-scope = the CRL is for other certificates
  .rule = RFC 5280 §6.3.3 (b)(2)
  .cure = give the CRL of the certificate's own issuer with --crl

revocation-crl-signature = the CRL is not signed by the issuer's key
  .rule = RFC 5280 §6.3.3 (g)
  .cure = fetch the CRL again from its publisher

revocation-crl-signature-unsupported = the signature of the CRL cannot be verified
  .rule = RFC 5280 §6.3.3 (g)
  .cure = fetch the CRL again from its publisher

revocation-crl-some-reasons = the CRLs do not cover every reason
  .rule = RFC 5280 §6.3.3 (e)
  .cure = fetch the current CRL and give it with --crl

revocation-crl-stale = the CRL is out of date
  .rule = RFC 5280 §6.3.3 (a)
  .cure = fetch the current CRL and give it with --crl

revocation-good = the certificate is not revoked
  .rule = RFC 5280 §6.3.3
  .cure = nothing to do

revocation-revoked = the certificate is revoked, for ever
  .rule = RFC 5280 §6.3.3 (i)
  .cure = do not accept it; its holder orders a new one

verify-legacy-profile = judged under the legacy profile, which accepts SHA-1 and keys of 1024 bits
  .cure = replace the certificate by an IGC-Santé one: igc catalogue show tells which
