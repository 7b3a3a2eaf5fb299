# Help: one sentence a command, one line an option, two real examples.
help = order, read and verify IGC-Santé certificates
  .root =
    igc: order, read and verify IGC-Santé certificates, from a test IGC on this machine

    Usage: igc COMMAND [OPTIONS]

    Obtain
      order         the certificates of a usage (ROC, DMP, MSSanté…) or of a product
      csr new       a key and its certification request
      csr check     judge a request against a product
    Read
      inspect       show any certificate, request, CRL, PKCS#12, PKCS#7 or key
      verify        say whether a certificate is good, and why not
      p12 open      list a PKCS#12, or take it apart into PEM files
    Know
      catalogue     products, usages, and one product in detail
      explain       cause and cure of an error code
    Install
      completions   for your shell        man   manual pages

    Everywhere: --json, --lang fr|en, --color, -q, -v, -h (after a command, too), -V
    To begin: igc order --usage roc
help-order = Order the certificates of a usage from the test IGC kept in a folder, ready to install.
  .examples =
    igc order --usage roc
    igc order --product SERV_SSL --dns serveur.exemple.test --structure hopital.toml --out ssl
help-inspect = Show what files hold, recognised by content: certificates, requests, CRLs, PKCS#12, PKCS#7, keys.
  .examples =
    igc inspect igc-roc/*.pem
    igc inspect --password-file mot-de-passe.txt certificat.p12 --json
help-verify = Say whether certificates are good for their use at a time, and why not.
  .examples =
    igc verify igc-roc/*.pem --anchor igc-roc/ancre.pem
    igc verify serveur.pem --issuer chaine.pem --anchor ancre.pem --purpose server --at 2029-03-01T00:00:00Z
help-explain = Tell the cause, the rule and the cure of an error code; without a code, list them.
  .examples =
    igc explain path.expired
    igc explain --lang fr csr.signature
help-csr = Make or judge certification requests (PKCS#10).
  .examples =
    igc csr new --product SERV_SSL --dns serveur.exemple.test
    igc csr check demande.csr --product SERV_SSL
help-csr-new = Make a key and the request of a product, to upload on the platform or to `igc order --csr`.
  .examples =
    igc csr new --product ORG_AUTH_CLI --service Client_ROC_Annuaire_AMC
    igc csr new --product SERV_SSL --dns serveur.exemple.test --key existante.key
help-csr-check = Judge a request against a product: every finding with its field, rule and cure.
  .examples =
    igc csr check demande.csr --product ORG_SIGN
    igc csr check - --product SERV_SSL --json < demande.csr
help-p12 = Open PKCS#12 files.
  .examples =
    igc p12 open certificat.p12
    igc p12 open certificat.p12 --out pem
help-p12-open = List what a PKCS#12 holds or, with --out, take it apart into PEM files.
  .examples =
    igc p12 open certificat.p12 --password-file mot-de-passe.txt
    igc p12 open certificat.p12 --out pem
help-catalogue = Look up the products, their usages and their profiles.
  .examples =
    igc catalogue usages
    igc catalogue show ORG_AUTH_CLI
help-catalogue-products = List the products of IGC-Santé: family, use, who may order.
  .examples =
    igc catalogue products
    igc catalogue products --json
help-catalogue-usages = List the usages (projects) and the products each asks for, with source and date.
  .examples =
    igc catalogue usages
    igc catalogue usages --json
help-catalogue-show = Show one product or one usage in detail: profile, rules, sources, what is not known.
  .examples =
    igc catalogue show SERV_SSL
    igc catalogue show roc
help-completions = Print the completion script of a shell.
  .examples =
    igc completions bash > ~/.local/share/bash-completion/completions/igc
    igc completions zsh > ~/.zfunc/_igc
help-man = Print a manual page or, with --out, write them all.
  .examples =
    igc man order | man -l -
    igc man --out ~/.local/share/man/man1

heading-usage = Usage:
heading-arguments = Arguments
heading-options = Options
heading-general = General options
heading-commands = Commands
heading-examples = Examples

value-command = COMMAND
value-lang = fr|en
value-when = auto|always|never
value-file = FILE
value-dir = FOLDER
value-n = N
value-shell = SHELL
value-code = CODE
value-product = PRODUCT
value-usage = USAGE
value-name = NAME
value-time = TIME
value-kind = KIND
value-purpose = PURPOSE
value-domain = DOMAIN
value-address = ADDRESS
value-number = NUMBER
value-csr = [PRODUCT=]FILE

arg-json = one JSON object on standard output instead of prose
arg-lang = language; else the locale's, else English
arg-color = colour: auto, always or never
arg-quiet = results and errors only
arg-verbose = say more: raw values, profiles, fingerprints
arg-help = this help
arg-version = version
arg-force = replace files that exist
arg-out = folder to write into
arg-man-command = command whose page to print, such as `csr new`
arg-completions-shell = bash, zsh, fish, elvish or powershell
arg-explain-code = error code, such as path.expired
arg-password-file = file whose first line is the password
arg-password-fd = open descriptor to read the password from
arg-at = moment to judge at, such as 2029-03-01T00:00:00Z; now when absent
arg-product = product, in any spelling of the catalogue
arg-anchor = trust anchors, any format; repeatable
arg-issuer = candidate issuers, any format; repeatable
arg-crl = CRLs to consult; repeatable
arg-dns = name of the server; repeatable
arg-service = service name (CN) of an ORG product
arg-email = mail address in the certificate
arg-mail-domain = mail domain of a SERV or PRO product
arg-key-kind = rsa-2048 (default), rsa-3072, rsa-4096 or p-256
arg-structure = TOML file that names the structure and the person
arg-name = name of the structure
arg-siret = SIRET of the structure
arg-siren = SIREN of the structure
arg-finess = FINESS of the structure
arg-department = department, such as "Paris (75)"
arg-given-name = first name of the person
arg-surname = surname of the person
arg-rpps = RPPS number of the person
arg-order-usage = usage (project): roc, dmp, mssante, ror…
arg-order-product = product to order; repeatable
arg-order-csr = request made elsewhere: the certificate comes alone, with its chain
arg-order-out = folder to write into; igc-USAGE when absent
arg-order-igc = folder of the test IGC; .igc when absent
arg-order-at = moment the certificates begin at; now when absent
arg-order-legacy-order = order the extensions as before 2022
arg-inspect-file = files to show, `-` for standard input
arg-verify-file = files to verify, `-` for standard input; their authorities serve as issuers
arg-verify-purpose = client, server, mail, or a product; what the certificate itself says when absent
arg-csr-check-file = request, `-` for standard input
arg-csr-check-key = private key the request must have been made with
arg-csr-new-key = private key to use instead of a new one
arg-csr-new-out = folder to write into; the current one when absent
arg-p12-open-file = PKCS#12, `-` for standard input
arg-p12-open-out = folder for the PEM files; list only when absent
arg-catalogue-show-name = product or usage, in any spelling of the catalogue
