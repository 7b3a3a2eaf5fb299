# What the commands say.
error = error
error-warning = warning
error-notice = notice
error-expected = expected
error-detail = detail
error-rule = rule
error-cure = cure
yes = yes
no = no
unknown = not known

ask-password-open = Password of { $file }:
ask-password-new = Password for the PKCS#12 (Enter: make one):
ask-password-again = Once more:
ask-password-differ = They differ: again, please.

requester-technical-administrator = ordered by the structure's technical administrator
requester-professional = ordered by the professional alone, with a CPS card
domain-none = none
domain-dns = domain, sub-domain or server name
domain-mail = mail domain, @domain
status-observed = observed
status-stated = stated
status-inferred = inferred
status-unknown = NOT KNOWN
field-structure-name = name of the structure
field-structure-id = national id of the structure
field-structure-department = department
field-service = service name
field-fqdn = name of the server
field-dns-names = further names of the server
field-email = mail address
field-person-id = national id of the person
field-given-name = first name
field-surname = surname
field-profession-title = profession
field-profession-code = code of the profession
field-specialities = specialities

show-for = what for
show-aliases = also called
show-requester = ordered
show-form = form
show-no-form = none
show-form-offer = box to tick
show-domain = domain
show-fields = fields
show-none = none
show-validity-rule = { $years } years{ $months ->
    [0] {""}
    [one] {" "}and { $months } month
   *[other] {" "}and { $months } months
  }, since { $from } ({ $source })
show-always = the beginning
show-sources = how each fact is known
show-orders = products
show-why = why these
show-form-text = text of form F413

ask-structure = Which structure orders? (Enter keeps the fictional one, for TEST)
ask-structure-name = Name [{ $usual }]:
ask-structure-finess = FINESS [{ $usual }]:
ask-structure-department = Department [{ $usual }]:

order-progress = keys and certificates
order-title = { $usage } · establishment “{ $name }” ({ $register } { $number })
order-title-person = { $usage } · { $name } (RPPS { $number })
order-notice-made = TEST certificates, issued by a local test IGC on { $at }. They open nothing real.
order-until = until { $date }
order-file-platform = as the platform delivers it
order-file-modern = the same for current software (AES-256)
order-file-key = private key
order-file-request = certification request
order-file-certificate = certificate
order-file-chain = certificate, intermediate, root
order-file-authorities = intermediates and root
order-file-anchor = the root: what others must trust
order-file-password = password of the .p12 files
order-keep = Keep: .p12, .key and the password. Only the software that uses them may read them.
order-hand-out = Hand out: the .pem files. To install in a server: .key and -chaine.pem, or a .p12.
order-fictional = The structure is fictional: name yours with --structure, or --name, --finess and --department.
order-fictional-person = The person is fictional: name yours with --given-name, --surname and --rpps.
order-removed = Removed, of an earlier run: { $file }
order-check = Check:

verify-accepted = GOOD
verify-rejected = REFUSED
verify-undetermined = COULD NOT TELL
verify-profile = rules
verify-path = path
verify-purpose = use
verify-revocation-checked = revocation checked
verify-revocation-not-checked = revocation not checked (give --crl)
purpose-any = any
purpose-tls-client = TLS client
purpose-tls-server = TLS server
purpose-seal = signature, seal
purpose-confidentiality = confidentiality
purpose-smart-card-logon = smart-card logon

csr-new-made = Made for { $product }:
csr-new-next = Next:
csr-check-good = fits { $product }
csr-check-bad = DOES NOT FIT { $product }

p12-written = Written:
