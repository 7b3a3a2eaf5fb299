# Codes de la commande, du catalogue, des clés, des demandes, de l'émission et du PKCS#12.

catalogue-field-characters = un champ porte un caractère qui n'y est pas admis
  .cure = retirer ce caractère

catalogue-field-missing = un champ que le produit demande manque
  .cure = le donner par une option ou dans le fichier de --structure

catalogue-field-too-long = un champ est plus long que ce qu'un certificat peut porter
  .rule = RFC 5280 annexe A.1
  .cure = l'abréger

catalogue-not-found = le catalogue n'a ni produit ni usage de ce nom
  .cure = igc catalogue products, igc catalogue usages

crypto-generate-backend = la bibliothèque cryptographique n'a pas fait de clé
  .cure = réessayer

crypto-key-encrypted = la clé privée est chiffrée
  .cure = l'ouvrir d'abord : openssl pkcs8 -in cle.pem -out ouverte.key

crypto-key-inconsistent = les parties de la clé privée ne vont pas ensemble
  .cure = reprendre le fichier à sa source

crypto-key-malformed = ce n'est pas une clé privée en PKCS#8, PKCS#1 ou SEC 1
  .rule = RFC 5958, RFC 8017 §A.1.2, RFC 5915
  .cure = igc inspect dit ce que c'est

crypto-key-no-pem = il n'y a pas de bloc PEM de clé privée
  .rule = RFC 7468 §10
  .cure = igc inspect dit ce que contient le fichier

crypto-key-unsupported = les clés de cet algorithme, de cette courbe ou de cette taille ne sont pas admises
  .cure = faire une clé de 2048 bits ou plus : igc csr new

crypto-sign-algorithm = la clé ne peut signer avec cet algorithme
  .cure = choisir un autre type de clé

crypto-sign-key = on ne signe pas avec des clés de ce type ou de cette taille
  .cure = choisir un autre type de clé

crypto-sign-signer = le signataire a échoué
  .cure = réessayer

crypto-verify-invalid = la signature est fausse
  .cure = ne pas employer ce fichier ; le reprendre à sa source

crypto-verify-key = la clé publique est mal formée
  .cure = ne pas employer ce fichier ; le reprendre à sa source

crypto-verify-legacy = la signature ou sa clé est d'un genre qui n'est plus sûr
  .rule = RGS annexe B1
  .cure = le faire refaire avec SHA-256 et une clé de 2048 bits ou plus

crypto-verify-unsupported = l'algorithme de la signature est inconnu ici
  .cure = le faire faire avec RSA ou ECDSA

crypto-weak-close-primes = les deux facteurs premiers de la clé sont trop proches : on peut la factoriser
  .rule = FIPS 186-5 §A.1.1
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-invalid-exponent = l'exposant public de la clé n'en est pas un
  .rule = RFC 8017 §3.1
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-long-modulus = le module de la clé est plus long que ce qui est permis
  .rule = RFC 8017 §3.1
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-pattern = le module de la clé montre un motif : il n'a pas été fait au hasard
  .rule = RFC 8017 §3.2
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-roca = la clé vient d'une puce dont on sait calculer les clés
  .rule = CVE-2017-15361
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-short-modulus = le module de la clé est trop court
  .rule = RGS annexe B1
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-small-exponent = l'exposant public de la clé est trop petit
  .rule = RGS annexe B1
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

crypto-weak-small-factor = le module de la clé a un petit facteur : ce n'est pas une clé RSA
  .rule = RFC 8017 §3.1
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

csr-attribute-unknown = un attribut de la demande est inconnu et sera ignoré
  .rule = on ne lit que extensionRequest (RFC 2985 §5.4)
  .cure = rien à faire

csr-challenge-present = la demande porte un challengePassword en clair ; il est ignoré
  .rule = le code de révocation se choisit au retrait, jamais dans la demande (RFC 2985 §5.4.1)
  .cure = n'employer ce mot de passe nulle part ailleurs ; s'en passer la prochaine fois

csr-extension-ca = la demande veut une autorité de certification
  .rule = aucun produit n'est une autorité de certification (catalogue)
  .cure = retirer basicConstraints

csr-extension-conflict = la demande veut un autre usage de clé que celui de son produit
  .rule = keyUsage et extKeyUsage viennent du produit (catalogue)
  .cure = retirer keyUsage et extKeyUsage : le produit les fixe

csr-extension-ignored = le produit fixe cette extension ; celle de la demande est ignorée
  .rule = seul subjectAltName est pris dans la demande (catalogue)
  .cure = rien à faire

csr-extension-malformed = les extensions demandées ne peuvent être lues
  .rule = extensionRequest porte une seule liste bien formée d'extensions, chacune une fois au plus (RFC 2985 §5.4.2)
  .cure = refaire la demande : igc csr new

csr-field-name = une valeur qui doit devenir un nom alternatif n'en est pas un
  .rule = RFC 5280 §4.2.1.6
  .cure = --dns serveur.exemple.test, --email contact@exemple.test

csr-key-exponent = l'exposant public de la clé n'est pas sûr
  .rule = l'exposant est impair et vaut au moins 65537 (RFC 8017 §3.1, RGS annexe B1)
  .cure = faire une clé d'exposant 65537 : igc csr new

csr-key-kind = le produit n'admet pas ce type de clé
  .rule = les types de clé du produit (catalogue)
  .cure = faire une clé RSA de 2048 bits : igc csr new

csr-key-malformed = la clé publique est mal formée
  .rule = une clé RSA est faite de deux entiers positifs, ses paramètres sont NULL (RFC 3279 §2.3.1, RFC 8017 §A.1.1)
  .cure = refaire la demande : igc csr new

csr-key-mismatch = la demande a été faite avec une autre clé que celle donnée
  .rule = un certificat ne marche qu'avec la clé de sa demande (RFC 2986 §3)
  .cure = retrouver la clé de la demande, ou refaire les deux : igc csr new

csr-key-oversize = la clé est plus grande que toutes celles vues pour ce produit
  .rule = les tailles de clé vues pour ce produit (catalogue)
  .cure = une clé de 2048 bits est sûre d'être admise

csr-key-size = la taille de la clé n'est pas admise
  .rule = un module RSA a au moins 2048 bits et au plus 4096 (catalogue)
  .cure = faire une clé de 2048 bits : igc csr new

csr-key-weak = la clé est connue pour être faible
  .rule = pas de clé d'un générateur connu pour défaillant (CVE-2008-0166, CVE-2017-15361)
  .cure = faire une nouvelle clé avec un outil à jour : igc csr new

csr-san-mismatch = les noms demandés ne vont pas avec le sujet ou la commande
  .rule = subjectAltName porte les noms de la commande ; celui d'un serveur commence par le nom commun (catalogue)
  .cure = mettre le nom commun en tête des noms

csr-san-missing = le produit doit nommer ce à quoi il sert
  .rule = le nom de domaine ou le domaine de messagerie est obligatoire pour ce produit (formulaire F413, notice §4.2)
  .cure = igc csr new --product SERV_SSL --dns serveur.exemple.test

csr-san-name = un nom demandé n'est pas un nom de domaine complet en ASCII
  .rule = un nom de domaine a au moins deux parties, de lettres, chiffres et tirets ; pas de joker (RFC 5280 §4.2.1.6, RFC 1034 §3.5)
  .cure = demander serveur.exemple.test ; les jokers ne sont pas émis

csr-san-unexpected = le produit n'a pas de nom alternatif ; celui demandé ne sera pas dans le certificat
  .rule = le profil du produit n'a pas de subjectAltName (catalogue)
  .cure = retirer subjectAltName

csr-service-name = le service demande un autre nom commun
  .rule = l'usage fixe le nom du service applicatif (catalogue)
  .cure = igc catalogue show et le nom de l'usage disent lequel

csr-service-product = le service refuse ce produit
  .rule = l'usage refuse la famille du produit (catalogue)
  .cure = igc catalogue show et le nom de l'usage disent lesquels il admet

csr-sign = la clé n'a pas signé la demande
  .rule = RFC 2986 §3
  .cure = réessayer, ou faire une autre clé : igc csr new

csr-signature = la signature est fausse : rien ne prouve que le demandeur a la clé privée
  .rule = une demande est signée avec la clé privée du sujet (RFC 2986 §3)
  .cure = refaire la demande : igc csr new

csr-signature-algorithm = la demande est signée avec une empreinte qui n'est plus sûre
  .rule = SHA-256 ou mieux (RFC 6194, RFC 6151, RGS annexe B1)
  .cure = la refaire avec SHA-256 : igc csr new

csr-signature-unsupported = l'algorithme de signature n'est pas admis : on n'a pu vérifier que le demandeur a la clé
  .rule = une demande est signée avec la clé privée du sujet (RFC 2986 §3)
  .cure = refaire la demande : igc csr new

csr-subject-characters = une valeur du sujet porte un caractère de contrôle
  .rule = un nom est fait pour être lu (RFC 5280 §4.1.2.4)
  .cure = la réécrire sans

csr-subject-charset = un PrintableString porte des caractères que ce type n'a pas
  .rule = PrintableString n'a que lettres, chiffres, espace et '()+,-./:=? (X.680 §41.4)
  .cure = faire écrire UTF8String par l'outil (node-forge écrit mal le souligné)

csr-subject-encoding = le certificat écrira cet attribut dans un autre type de chaîne
  .rule = les types de chaîne du sujet du produit (catalogue)
  .cure = rien à faire

csr-subject-extra = le sujet du produit n'a pas cet attribut ; il ne sera pas dans le certificat
  .rule = le sujet du produit (catalogue)
  .cure = le retirer

csr-subject-length = une valeur du sujet est plus longue que son attribut ne l'admet
  .rule = les longueurs maximales des attributs d'un nom (RFC 5280 annexe A.1)
  .cure = l'abréger

csr-subject-missing = le sujet du produit doit avoir cet attribut
  .rule = le sujet du produit (catalogue)
  .cure = igc csr new écrit le sujet comme le produit le demande

csr-subject-order = le certificat aura les attributs dans l'ordre du produit
  .rule = le sujet du produit (catalogue)
  .cure = rien à faire

csr-subject-repeated = l'attribut figure plus souvent que le produit ne l'a
  .rule = le sujet du produit (catalogue)
  .cure = refaire la demande : igc csr new

csr-subject-value = une valeur du sujet n'est pas celle de la commande
  .rule = le sujet suit de la structure ou de la personne de la commande (formulaire F413)
  .cure = faire la demande pour la même structure : igc csr new
  .rule-personal = le sujet suit de la personne de la commande (catalogue ; les produits PS n'ont pas de formulaire)
  .cure-personal = faire la demande pour la même personne : igc csr new

issue-catalogue = le catalogue ne décrit pas l'autorité entièrement
  .cure = c'est un défaut d'igc : le signaler

issue-field-characters = un champ porte un caractère qui n'y est pas admis
  .cure = retirer ce caractère

issue-field-domain-name = le nom d'un serveur n'est pas un nom de domaine complet en ASCII ; les jokers ne sont pas émis
  .rule = RFC 5280 §4.2.1.6
  .cure = --dns serveur.exemple.test

issue-field-mail-address = ce n'est pas une adresse de messagerie en ASCII
  .rule = RFC 5280 §4.2.1.6
  .cure = --email contact@exemple.test

issue-field-missing = un champ que le produit demande manque
  .cure = le donner par une option ou dans le fichier de --structure

issue-field-number = un champ doit être un nombre
  .cure = n'écrire que des chiffres

issue-field-too-long = un champ est plus long que ce qu'un certificat peut porter
  .rule = RFC 5280 annexe A.1
  .cure = l'abréger

issue-folder-damaged = un fichier de l'IGC de test n'est pas ce qui y fut écrit
  .cure = le remettre d'une copie, ou commencer une autre IGC de test avec --igc

issue-folder-exposed = une clé de l'IGC de test peut être lue par d'autres que son propriétaire
  .cure = chmod 600 sur ce fichier, ou commencer une autre IGC de test avec --igc

issue-folder-io = un fichier de l'IGC de test ne peut être lu ou écrit
  .cure = vérifier ses droits, ou choisir un autre dossier avec --igc

issue-generate = aucune clé n'a pu être faite
  .cure = réessayer

issue-key = le produit n'admet que des clés RSA de 2048 à 4096 bits d'exposant 65537
  .cure = --key-kind rsa-2048

issue-lint = ce qui allait être signé n'est pas ce qui était voulu ; rien n'a été signé
  .cure = c'est un défaut d'igc : le signaler

issue-policy-unknown = la politique de certification de ce produit n'est pas connue du public
  .cure = le commander en TEST

issue-random = la source de hasard du système n'est pas disponible
  .cure = réessayer

issue-self-check = la signature qui vient d'être faite ne se vérifie pas ; rien n'a été remis
  .cure = réessayer ; si cela demeure, la mémoire de la machine ou le dossier de l'IGC est abîmé

issue-sign = la clé de l'émetteur n'a pas signé
  .cure = réessayer, ou commencer une autre IGC de test avec --igc

issue-validity = le certificat dépasserait son émetteur, ou le précéderait
  .rule = RFC 5280 §4.1.2.5
  .cure = choisir un autre --at, ou commencer une autre IGC de test avec --igc

order-csr-unfit = la demande ne convient pas au produit : voir les constats ci-dessus
  .cure = remédier à chaque constat marqué erreur, puis commander de nouveau

order-csr-which = on ne sait pas à quel produit va cette demande
  .cure = le nommer : --csr ORG_AUTH_CLI=demande.csr

order-dns-missing = le produit doit nommer son serveur
  .rule = formulaire F413, notice §4.2
  .cure = --dns serveur.exemple.test

order-field-missing = le produit demande un champ qui n'est pas rempli
  .here = le produit { $product } demande le champ { $field }
  .cure = le donner par une option ou dans le fichier de --structure

order-key-kind = ce type de clé n'existe pas
  .cure = --key-kind rsa-2048 (aussi rsa-3072, rsa-4096, p-256)

order-mail-missing = le produit demande une adresse ou un domaine de messagerie
  .rule = formulaire F413, notice §4.2
  .cure = --mail-domain exemple.test, ou --email contact@exemple.test
  .rule-personal = le certificat porte l'adresse de messagerie de son porteur (catalogue ; les produits PS n'ont pas de formulaire)
  .cure-personal = --email prenom.nom@exemple.test

order-mail-outside = l'adresse n'est pas dans le domaine de messagerie
  .rule = formulaire F413, notice §4.2
  .cure = donner une adresse du domaine, ou un autre --mail-domain

order-product-ps-alone = un produit PS est commandé par le professionnel lui-même, jamais par une structure
  .here = { $product } est commandé par le professionnel lui-même, jamais par une structure ; une structure commande { $instead }
  .rule = IGC-Santé : les produits PS n'ont pas de formulaire ; le professionnel demande avec sa propre carte CPS
  .cure = commander le produit PRO de la structure, ou ne pas nommer de structure

order-product-unknown = aucun produit ne porte ce nom
  .cure = igc catalogue products

order-service-missing = le produit demande le service applicatif (son CN)
  .cure = --service Client_TEST, ou --usage roc qui le fixe

order-structure-incomplete = la structure n'est nommée qu'à moitié
  .cure = --name, --department et l'un de --finess, --siret, --siren ; ou un fichier avec --structure

order-structure-unreadable = le fichier de la structure ne peut être lu
  .cure = [structure] name, finess, department ; [person] … ; [certificate] … en TOML

order-usage-rule = le service de cet usage refuse un tel certificat
  .here = le service de cet usage refuse un tel certificat : { $rule }
  .cure = igc catalogue show et le nom de l'usage disent ce qu'il accepte

order-usage-unknown = aucun usage ne porte ce nom
  .cure = igc catalogue usages

p12-algorithm-parameters = les paramètres d'un algorithme sont mal formés ou refusés
  .rule = RFC 8018, RFC 9579 §4
  .cure = reprendre le fichier à sa source

p12-algorithm-unsupported = le fichier est chiffré par un algorithme inconnu ici, quel que soit le mot de passe
  .cure = l'exporter de nouveau avec AES-256 et SHA-256

p12-budget-bags = il y a plus de sacs que ce qui est permis
  .cure = n'ouvrir ce fichier que si l'on se fie à qui l'a fait

p12-budget-depth = des éléments sont emboîtés plus profond que ce qui est permis
  .cure = n'ouvrir ce fichier que si l'on se fie à qui l'a fait

p12-budget-iterations = le fichier demande plus de calcul de clé que ce qui est permis
  .cure = n'ouvrir ce fichier que si l'on se fie à qui l'a fait

p12-budget-length = le fichier est plus long que ce qui est permis
  .cure = n'ouvrir ce fichier que si l'on se fie à qui l'a fait

p12-budget-memory = le fichier demande plus de mémoire que ce qui est permis
  .cure = n'ouvrir ce fichier que si l'on se fie à qui l'a fait

p12-damaged = le mot de passe est juste, et le fichier est abîmé
  .cure = reprendre le fichier à sa source

p12-length = un élément a une longueur que son encodage n'admet pas
  .rule = X.690 §8.1.3
  .cure = reprendre le fichier à sa source

p12-not-pkcs12 = le fichier n'est pas un PKCS#12
  .rule = RFC 7292 §4
  .cure = igc inspect dit ce que c'est

p12-pack-certificate = ce qui devait être emballé n'est pas un certificat
  .cure = igc inspect dit ce que c'est

p12-pack-key = ce qui devait être emballé n'est pas une clé privée
  .cure = igc inspect dit ce que c'est

p12-pack-pair = le certificat ne va pas avec la clé
  .cure = retrouver la clé avec laquelle sa demande fut faite

p12-password-length = le mot de passe est trop long pour servir
  .cure = en choisir un de moins de 64 Ko

p12-password-other = le mot de passe est juste pour le fichier, mais une partie est chiffrée par un autre
  .cure = demander à qui l'a fait un fichier à un seul mot de passe

p12-password-wrong = le mot de passe est faux
  .cure = réessayer ; un mot de passe perdu impose une nouvelle demande

p12-public-key-integrity = le fichier est signé par une clé au lieu d'être protégé par un mot de passe
  .rule = RFC 7292 §3.1
  .cure = l'exporter de nouveau avec un mot de passe

p12-random = la source de hasard du système n'est pas disponible
  .cure = réessayer

p12-tag = un élément n'est pas du type attendu là
  .rule = RFC 7292 §4
  .cure = reprendre le fichier à sa source

p12-trailing = des octets suivent la fin de la structure du fichier
  .rule = RFC 7292 §4
  .cure = reprendre le fichier à sa source

p12-truncated = le fichier s'arrête au milieu d'un élément : il est tronqué
  .rule = RFC 7292 §4
  .cure = reprendre le fichier à sa source

p12-value = un élément a une valeur que son type n'admet pas
  .rule = RFC 7292 §4
  .cure = reprendre le fichier à sa source

p12-version = la version du fichier n'est pas 3
  .rule = RFC 7292 §4
  .cure = l'exporter de nouveau

p12-warning-certificate = un certificat du fichier n'est pas du DER valide ; on peut quand même l'extraire
  .cure = en redemander un si un logiciel le refuse

p12-warning-key-alone = aucun certificat ne va avec une clé privée
  .cure = ajouter son certificat, ou chercher la bonne clé

p12-warning-key-in-clear = une clé privée est en clair
  .cure = exporter de nouveau le fichier avec un mot de passe

p12-warning-legacy = le fichier emploie un algorithme que les logiciels actuels refusent, souvent en disant que le mot de passe est faux
  .cure = l'exporter de nouveau avec AES-256 et SHA-256

p12-warning-local-key-id = le certificat marqué comme celui de la clé va avec une autre clé
  .cure = exporter de nouveau la clé et le certificat ensemble

p12-warning-no-mac = rien ne protège le fichier d'une modification
  .cure = l'exporter de nouveau avec un mot de passe

p12-warning-part-not-read = une partie du fichier est d'un autre type et n'a pas été lue
  .cure = demander à qui l'a fait un fichier sous mot de passe

p12-warning-password-form = le mot de passe est encodé comme le faisaient d'anciens logiciels ; d'autres le diront faux
  .cure = exporter de nouveau le fichier, avec un mot de passe en ASCII simple
