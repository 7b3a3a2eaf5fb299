# L'aide : une phrase par commande, une ligne par option, deux exemples réels.
help = commander, lire et vérifier les certificats de l'IGC-Santé
  .root =
    igc : commander, lire et vérifier les certificats de l'IGC-Santé, avec une IGC de test ici même

    Usage : igc COMMANDE [OPTIONS]

    Obtenir
      order         les certificats d'un usage (ROC, DMP, MSSanté…) ou d'un produit
      csr new       une clé et sa demande de certificat
      csr check     juger une demande pour un produit
    Lire
      inspect       montrer certificat, demande, LCR, PKCS#12, PKCS#7 ou clé
      verify        dire si un certificat est bon, et sinon pourquoi
      p12 open      lister un PKCS#12, ou le défaire en fichiers PEM
    Savoir
      catalogue     les produits, les usages, et un produit en détail
      explain       cause et remède d'un code d'erreur
    Installer
      completions   pour votre shell      man   pages de manuel

    Partout : --json, --lang fr|en, --color, -q, -v, -h (après une commande aussi), -V
    Pour commencer : igc order --usage roc
help-order = Commander les certificats d'un usage à l'IGC de test d'un dossier, prêts à installer.
  .examples =
    igc order --usage roc
    igc order --product SERV_SSL --dns serveur.exemple.test --structure hopital.toml --out ssl
help-inspect = Montrer ce que contiennent des fichiers, reconnus à leur contenu : certificats, demandes, LCR, PKCS#12, PKCS#7, clés.
  .examples =
    igc inspect igc-roc/*.pem
    igc inspect --password-file mot-de-passe.txt certificat.p12 --json
help-verify = Dire si des certificats sont bons pour leur usage à un moment donné, et sinon pourquoi.
  .examples =
    igc verify igc-roc/*.pem --anchor igc-roc/ancre.pem
    igc verify serveur.pem --issuer chaine.pem --anchor ancre.pem --purpose server --at 2029-03-01T00:00:00Z
help-explain = Donner la cause, la règle et le remède d'un code d'erreur ; sans code, les lister.
  .examples =
    igc explain path.expired
    igc explain --lang fr csr.signature
help-csr = Faire ou juger des demandes de certificat (PKCS#10).
  .examples =
    igc csr new --product SERV_SSL --dns serveur.exemple.test
    igc csr check demande.csr --product SERV_SSL
help-csr-new = Faire une clé et la demande d'un produit, à déposer sur la plateforme ou pour `igc order --csr`.
  .examples =
    igc csr new --product ORG_AUTH_CLI --service Client_ROC_Annuaire_AMC
    igc csr new --product SERV_SSL --dns serveur.exemple.test --key existante.key
help-csr-check = Juger une demande pour un produit : chaque constat avec son champ, sa règle et son remède.
  .examples =
    igc csr check demande.csr --product ORG_SIGN
    igc csr check - --product SERV_SSL --json < demande.csr
help-p12 = Ouvrir des PKCS#12.
  .examples =
    igc p12 open certificat.p12
    igc p12 open certificat.p12 --out pem
help-p12-open = Lister ce que contient un PKCS#12 ou, avec --out, le défaire en fichiers PEM.
  .examples =
    igc p12 open certificat.p12 --password-file mot-de-passe.txt
    igc p12 open certificat.p12 --out pem
help-catalogue = Consulter les produits, leurs usages et leurs profils.
  .examples =
    igc catalogue usages
    igc catalogue show ORG_AUTH_CLI
help-catalogue-products = Lister les produits de l'IGC-Santé : famille, usage, qui peut commander.
  .examples =
    igc catalogue products
    igc catalogue products --json
help-catalogue-usages = Lister les usages (projets) et les produits que chacun demande, avec source et date.
  .examples =
    igc catalogue usages
    igc catalogue usages --json
help-catalogue-show = Montrer un produit ou un usage en détail : profil, règles, sources, ce qu'on ignore.
  .examples =
    igc catalogue show SERV_SSL
    igc catalogue show roc
help-completions = Imprimer le script de complétion d'un shell.
  .examples =
    igc completions bash > ~/.local/share/bash-completion/completions/igc
    igc completions zsh > ~/.zfunc/_igc
help-man = Imprimer une page de manuel ou, avec --out, les écrire toutes.
  .examples =
    igc man order | man -l -
    igc man --out ~/.local/share/man/man1

heading-usage = Usage :
heading-arguments = Arguments
heading-options = Options
heading-general = Options générales
heading-commands = Commandes
heading-examples = Exemples

value-command = COMMANDE
value-lang = fr|en
value-when = auto|always|never
value-file = FICHIER
value-dir = DOSSIER
value-n = N
value-shell = SHELL
value-code = CODE
value-product = PRODUIT
value-usage = USAGE
value-name = NOM
value-time = MOMENT
value-kind = TYPE
value-purpose = EMPLOI
value-domain = DOMAINE
value-address = ADRESSE
value-number = NUMÉRO
value-csr = [PRODUIT=]FICHIER

arg-json = un objet JSON sur la sortie standard, au lieu de phrases
arg-lang = langue ; sinon celle de la locale, sinon l'anglais
arg-color = couleur : auto, always ou never
arg-quiet = seulement les résultats et les erreurs
arg-verbose = en dire plus : valeurs brutes, profils, empreintes
arg-help = cette aide
arg-version = version
arg-force = remplacer les fichiers qui existent
arg-out = dossier où écrire
arg-man-command = commande dont imprimer la page, comme `csr new`
arg-completions-shell = bash, zsh, fish, elvish ou powershell
arg-explain-code = code d'erreur, comme path.expired
arg-password-file = fichier dont la première ligne est le mot de passe
arg-password-fd = descripteur ouvert où lire le mot de passe
arg-at = moment où juger, comme 2029-03-01T00:00:00Z ; maintenant par défaut
arg-product = produit, dans toute orthographe du catalogue
arg-anchor = ancres de confiance, tout format ; répétable
arg-issuer = autorités possibles, tout format ; répétable
arg-crl = LCR à consulter ; répétable
arg-dns = nom du serveur ; répétable
arg-service = service applicatif (CN) d'un produit ORG
arg-email = adresse de messagerie portée par le certificat
arg-mail-domain = domaine de messagerie d'un produit SERV ou PRO
arg-key-kind = rsa-2048 (par défaut), rsa-3072, rsa-4096 ou p-256
arg-structure = fichier TOML qui nomme la structure et la personne
arg-name = nom de la structure
arg-siret = SIRET de la structure
arg-siren = SIREN de la structure
arg-finess = FINESS de la structure
arg-department = département, comme « Paris (75) »
arg-given-name = prénom de la personne
arg-surname = nom de la personne
arg-rpps = numéro RPPS de la personne
arg-order-usage = usage (projet) : roc, dmp, mssante, ror…
arg-order-product = produit à commander ; répétable
arg-order-csr = demande faite ailleurs : le certificat vient seul, avec sa chaîne
arg-order-out = dossier où écrire ; igc-USAGE par défaut
arg-order-igc = dossier de l'IGC de test ; .igc par défaut
arg-order-at = moment où commencent les certificats ; maintenant par défaut
arg-order-legacy-order = extensions dans l'ordre d'avant 2022
arg-inspect-file = fichiers à montrer, `-` pour l'entrée standard
arg-verify-file = fichiers à vérifier, `-` pour l'entrée standard ; leurs autorités servent d'émetteurs
arg-verify-purpose = client, server, mail, ou un produit ; ce que dit le certificat lui-même par défaut
arg-csr-check-file = demande, `-` pour l'entrée standard
arg-csr-check-key = clé privée avec laquelle la demande doit avoir été faite
arg-csr-new-key = clé privée à employer au lieu d'une neuve
arg-csr-new-out = dossier où écrire ; le dossier courant par défaut
arg-p12-open-file = PKCS#12, `-` pour l'entrée standard
arg-p12-open-out = dossier des fichiers PEM ; liste seule par défaut
arg-catalogue-show-name = produit ou usage, dans toute orthographe du catalogue
