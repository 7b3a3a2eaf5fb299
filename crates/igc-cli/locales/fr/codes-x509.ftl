# Codes de igc-id, igc-x509 et igc-crypto.
-cure-bytes = reprendre le fichier à sa source ; s'il reste ainsi, celui qui l'a fait a enfreint la norme : le faire refaire
-cure-forged = ne pas employer ce fichier ; le reprendre à sa source
-cure-csr = refaire la demande : igc csr new
-cure-kind = vérifier que c'est un certificat, une demande, une LCR, un PKCS#7, un PKCS#12 ou une clé
-cure-ber = faire ré-encoder le fichier en DER par l'outil qui l'a fait
-cure-oid = l'écrire ainsi : 1.2.250.1.71
-cure-pem = copier le texte entier, de la ligne BEGIN à la ligne END
-cure-pemkey = convertir la clé en PKCS#8 : openssl pkcs8 -topk8 -in ancienne.key -out nouvelle.key
-cure-string = celui qui l'a fait a choisi le mauvais type de chaîne (node-forge le fait avec le souligné) : le faire refaire en UTF8String
-cure-time = l'écrire ainsi : 2029-03-01T00:00:00Z
-cure-id = recopier l'identifiant depuis son répertoire
-cure-prefix = les structures commencent par 0 à 4, les personnes par 0, 3 à 6 ou 8
-cure-hostile = n'ouvrir ce fichier que si l'on se fie à qui l'a fait
-cure-password = essayer de nouveau le mot de passe ; un mot de passe perdu impose une nouvelle demande
-cure-shorter = en choisir un plus court
-cure-random = réessayer ; sur une machine qui vient de démarrer, lui laisser le temps de recueillir du hasard
-cure-repack = exporter de nouveau le fichier avec AES-256 et SHA-256

x509-algorithm-mismatch = l'algorithme de signature signé et celui du dehors diffèrent
  .rule = RFC 5280 §4.1.1.2, §5.1.1.2
  .cure = { -cure-forged }

x509-attribute-duplicate = un attribut de la demande figure plus d'une fois
  .rule = RFC 2986 §4.1
  .cure = { -cure-csr }

x509-attribute-values = un attribut de la demande n'a pas exactement une valeur
  .rule = RFC 2985 §5.4
  .cure = { -cure-csr }

x509-bit-string-invalid = une chaîne de bits n'a pas la forme que DER demande
  .rule = X.690 §8.6, §11.2
  .cure = { -cure-bytes }

x509-boolean-invalid = un booléen n'est ni 00 ni FF
  .rule = X.690 §11.1
  .cure = { -cure-bytes }

x509-default-encoded = une valeur égale à sa valeur par défaut est encodée
  .rule = X.690 §11.5
  .cure = { -cure-bytes }

x509-empty = une liste qui doit avoir un élément est vide
  .rule = RFC 5280 §4.2.1
  .cure = { -cure-bytes }

x509-extension-duplicate = une extension figure plus d'une fois
  .rule = RFC 5280 §4.2
  .cure = { -cure-bytes }

x509-extension-too-many = il y a plus d'extensions que la limite
  .cure = { -cure-bytes }

x509-extension-value = la valeur d'une extension enfreint sa définition
  .rule = RFC 5280 §4.2.1
  .cure = { -cure-bytes }

x509-extension-version = cette version de la structure n'a pas d'extensions
  .rule = RFC 5280 §4.1.2.9, §5.1.2.1
  .cure = { -cure-bytes }

x509-general-name-invalid = un nom général est mal formé
  .rule = RFC 5280 §4.2.1.6
  .cure = { -cure-bytes }

x509-input-unknown = rien n'est reconnu dans ces octets, ni PEM ni DER
  .cure = { -cure-kind }

x509-integer-invalid = un entier est vide ou n'est pas sous sa forme la plus courte
  .rule = X.690 §8.3
  .cure = { -cure-bytes }

x509-integer-range = un entier est hors des bornes de son champ
  .rule = RFC 5280 §4.1, §5.1
  .cure = { -cure-bytes }

x509-length-indefinite = une longueur est sous forme indéfinie, ce que DER interdit
  .rule = X.690 §10.1
  .cure = { -cure-ber }

x509-length-not-minimal = une longueur n'emploie pas le moins d'octets
  .rule = X.690 §10.1
  .cure = { -cure-bytes }

x509-length-too-large = une longueur dépasse ce qui est admis
  .cure = { -cure-bytes }

x509-null-invalid = un NULL a un contenu
  .rule = X.690 §8.8
  .cure = { -cure-bytes }

x509-oid-invalid = un identifiant d'objet est mal formé
  .rule = X.690 §8.19
  .cure = { -cure-bytes }

x509-oid-text = le texte n'est pas un identifiant d'objet à points
  .rule = X.660
  .cure = { -cure-oid }

x509-pem-base64 = le texte base64 d'un bloc PEM est mal formé
  .rule = RFC 7468 §3
  .cure = { -cure-pem }

x509-pem-header = un bloc PEM a des en-têtes comme Proc-Type
  .rule = RFC 7468 §2, RFC 1421
  .cure = { -cure-pemkey }

x509-pem-label = les étiquettes d'un bloc PEM diffèrent ou sont mal formées
  .rule = RFC 7468 §2
  .cure = { -cure-pem }

x509-pem-missing = il n'y a pas de bloc PEM
  .rule = RFC 7468 §2
  .cure = { -cure-pem }

x509-pem-unterminated = un bloc PEM n'a pas de ligne de fin
  .rule = RFC 7468 §2
  .cure = { -cure-pem }

x509-pkcs7-content-type = le contenu du PKCS#7 n'est pas du type « signedData »
  .rule = RFC 5652 §5.1
  .cure = { -cure-kind }

x509-set-order = les éléments d'un ensemble ne sont pas dans l'ordre
  .rule = X.690 §11.6
  .cure = { -cure-bytes }

x509-string-contents = une chaîne contient ce que son type n'admet pas
  .rule = X.680 §41, RFC 5280 §4.1.2.4
  .cure = { -cure-string }

x509-string-type = une valeur n'est d'aucun des types de chaîne
  .rule = RFC 5280 §4.1.2.4
  .cure = { -cure-bytes }

x509-tag-unexpected = il y a là un autre type que celui de la structure
  .rule = RFC 5280 §4.1, §5.1
  .cure = { -cure-bytes }

x509-time-invalid = une date ou une heure est mal formée
  .rule = RFC 5280 §4.1.2.5
  .cure = { -cure-bytes }

x509-time-text = le texte n'est pas un moment de la forme 2026-11-22T10:00:00Z
  .rule = RFC 3339
  .cure = { -cure-time }

x509-trailing-data = il y a des octets après la fin
  .rule = X.690 §8.1
  .cure = { -cure-bytes }

x509-truncated = les octets s'arrêtent trop tôt
  .rule = X.690 §8.1
  .cure = { -cure-bytes }

x509-unique-id-version = la version 1 n'a pas d'identifiants uniques
  .rule = RFC 5280 §4.1.2.8
  .cure = { -cure-bytes }

x509-version-invalid = le numéro de version n'existe pas
  .rule = RFC 5280 §4.1.2.1, §5.1.2.1
  .cure = { -cure-bytes }

id-character = un identifiant porte un caractère qui ne peut pas s'y trouver
  .cure = { -cure-id }

id-check-digit = la clé de contrôle d'un identifiant est fausse : un chiffre est erroné
  .cure = { -cure-id }

id-length = un identifiant a trop peu ou trop de caractères
  .cure = { -cure-id }

id-local = la partie locale d'un identifiant manque ou est mal formée
  .cure = { -cure-id }

id-prefix = le préfixe d'un identifiant national n'est pas connu
  .cure = { -cure-prefix }

crypto-pbe-ciphertext-length = le contenu chiffré a une longueur que son chiffrement ne peut donner
  .rule = RFC 8018 §6
  .cure = { -cure-bytes }

crypto-pbe-iterations = le fichier demande plus de calcul de clé que ce qui est permis
  .cure = { -cure-hostile }

crypto-pbe-mac-length = le code d'authentification n'a pas la bonne longueur
  .rule = RFC 7292 §4
  .cure = { -cure-bytes }

crypto-pbe-mac-mismatch = le mot de passe est faux, ou le fichier a été modifié
  .rule = RFC 7292 §5.1
  .cure = { -cure-password }

crypto-pbe-memory = le fichier demande plus de mémoire de dérivation que ce qui est permis
  .cure = { -cure-hostile }

crypto-pbe-padding = le déchiffrement échoue : le mot de passe est faux, ou le fichier a été modifié
  .rule = RFC 8018 §6
  .cure = { -cure-password }

crypto-pbe-parameters = les paramètres du chiffrement sont mal formés
  .rule = RFC 8018 §A
  .cure = { -cure-bytes }

crypto-pbe-password-length = le mot de passe est plus long que ce qui est permis
  .cure = { -cure-shorter }

crypto-pbe-random = la source de hasard du système n'est pas disponible
  .cure = { -cure-random }

crypto-pbe-unsupported = le fichier est chiffré par un algorithme que cette commande ne connaît pas
  .cure = { -cure-repack }

crypto-random = la source de hasard du système n'est pas disponible
  .cure = { -cure-random }
