# Codes de igc-path, igc-revocation et igc-verify.

path-anchor-none = aucune ancre de confiance n'a été donnée
  .rule = RFC 5280 §6.1.1 (d)
  .cure = --anchor ancre.pem

path-budget-names = trop de noms et de contraintes à comparer
  .rule = RFC 5280 §4.2.1.10
  .cure = ne donner que les certificats du chemin

path-budget-policies = trop de politiques à suivre
  .rule = RFC 9618 §3
  .cure = ne donner que les certificats du chemin

path-budget-signatures = trop de signatures à vérifier
  .rule = RFC 4158 §2.4
  .cure = ne donner que les certificats du chemin

path-budget-steps = trop de chemins possibles
  .rule = RFC 4158 §2.4
  .cure = ne donner que les certificats du chemin

path-expired = le certificat a expiré
  .rule = RFC 5280 §6.1.3 (a)(2)
  .cure = en commander un nouveau ; pour juger du passé, --at 2020-01-01T00:00:00Z

path-extension-critical = une extension qui ne doit pas être critique l'est
  .cure = demander à son émetteur un certificat fait selon les règles

path-extension-forbidden = une extension qui ne doit pas y être est présente
  .cure = demander à son émetteur un certificat fait selon les règles

path-extension-malformed = une extension est mal formée
  .rule = RFC 5280 §4.2
  .cure = demander à son émetteur un certificat fait selon les règles

path-extension-missing = une extension manque
  .cure = demander à son émetteur un certificat fait selon les règles

path-extension-not-critical = une extension qui doit être critique ne l'est pas
  .cure = demander à son émetteur un certificat fait selon les règles

path-extension-unknown-critical = une extension critique est inconnue
  .rule = RFC 5280 §6.1.4 (o), §6.1.5 (e)
  .cure = demander à son émetteur un certificat fait selon les règles

path-extension-value = la valeur d'une extension enfreint une règle
  .cure = demander à son émetteur un certificat fait selon les règles

path-field-value = un champ du certificat enfreint une règle
  .cure = demander à son émetteur un certificat fait selon les règles

path-issuer-empty = le nom de l'émetteur est vide
  .rule = RFC 5280 §4.1.2.4
  .cure = demander à son émetteur un certificat fait selon les règles

path-issuer-key-usage = l'émetteur n'a pas le droit de signer des certificats
  .rule = RFC 5280 §6.1.4 (n)
  .cure = ne pas se fier à ce fichier ; le reprendre à sa source

path-issuer-missing = aucun émetteur du certificat ne mène à une ancre de confiance
  .rule = RFC 4158 §2.2
  .cure = donner l'intermédiaire avec --issuer, et la racine de la même IGC (TEST ou production) avec --anchor

path-issuer-name = le nom de l'émetteur n'est pas le sujet du certificat au-dessus
  .rule = RFC 5280 §6.1.3 (a)(4)
  .cure = donner le bon intermédiaire avec --issuer

path-issuer-not-ca = l'émetteur n'est pas une autorité de certification
  .rule = RFC 5280 §6.1.4 (k)
  .cure = ne pas se fier à ce fichier ; le reprendre à sa source

path-issuer-version = le certificat de l'émetteur est d'avant la version 3
  .rule = RFC 5280 §6.1.4 (k)
  .cure = demander à son émetteur un certificat fait selon les règles

path-key-weak = la clé publique n'est pas admise : trop petite, ou d'un autre genre
  .cure = commander un certificat avec une clé de 2048 bits ou plus

path-length = plus de certificats intermédiaires qu'une autorité ne le permet
  .rule = RFC 5280 §6.1.4 (l)
  .cure = ne pas se fier à ce fichier ; le reprendre à sa source

path-name-constraints-malformed = une contrainte de nom est mal formée
  .rule = RFC 5280 §4.2.1.10
  .cure = demander à son émetteur un certificat fait selon les règles

path-name-constraints-unsupported = un nom est contraint dans une forme qu'on ne sait comparer
  .rule = RFC 5280 §4.2.1.10
  .cure = demander à son émetteur un certificat fait selon les règles

path-name-excluded = un nom est exclu par une autorité au-dessus
  .rule = RFC 5280 §6.1.3 (c)
  .cure = ne pas se fier à ce fichier ; le reprendre à sa source

path-name-malformed = un nom est mal formé
  .rule = RFC 5280 §4.2.1.6
  .cure = demander à son émetteur un certificat fait selon les règles

path-name-mismatch = le certificat ne nomme pas l'identité attendue
  .rule = RFC 9525 §6
  .cure = vérifier le nom du serveur, ou commander un certificat qui le nomme

path-name-not-permitted = un nom n'est pas de ceux qu'une autorité au-dessus permet
  .rule = RFC 5280 §6.1.3 (b)
  .cure = ne pas se fier à ce fichier ; le reprendre à sa source

path-not-yet-valid = le certificat n'est pas encore valide
  .rule = RFC 5280 §6.1.3 (a)(2)
  .cure = vérifier l'horloge ; pour juger d'un autre moment, --at

path-policy-mapped-any = une correspondance de politiques nomme la politique quelconque
  .rule = RFC 5280 §6.1.4 (a)
  .cure = demander à son émetteur un certificat fait selon les règles

path-policy-none = aucune politique n'est valide là où il en faut une
  .rule = RFC 5280 §6.1.3 (f), §6.1.5 (g)
  .cure = demander à son émetteur un certificat fait selon les règles

path-purpose-extended-key-usage = l'usage étendu de la clé ne permet pas cet emploi
  .rule = RFC 5280 §4.2.1.12
  .cure = employer le produit fait pour cela : igc catalogue products

path-purpose-key-usage = l'usage de la clé ne permet pas cet emploi
  .rule = RFC 5280 §4.2.1.3
  .cure = employer le produit fait pour cela : igc catalogue products

path-refused-by-caller = les preuves en main refusent le chemin
  .rule = RFC 5280 §6.1.3 (a)(3)
  .cure = voir l'état de chaque certificat

path-signature-algorithm = l'algorithme de signature n'est pas admis
  .rule = RFC 5280 §6.1.3 (a)(1)
  .cure = commander un certificat signé avec SHA-256

path-signature-invalid = la signature n'est pas de la clé de l'émetteur
  .rule = RFC 5280 §6.1.3 (a)(1)
  .cure = ne pas se fier à ce fichier ; le reprendre à sa source

path-signature-unsupported = l'algorithme de signature ne peut être vérifié
  .rule = RFC 5280 §6.1.3 (a)(1)
  .cure = commander un certificat signé en RSA ou ECDSA avec SHA-256

path-subject-empty = le sujet est vide là où il ne doit pas l'être
  .rule = RFC 5280 §4.1.2.6
  .cure = demander à son émetteur un certificat fait selon les règles

revocation-crl-critical-extension = une extension critique de la LCR est inconnue
  .rule = RFC 5280 §5.2, §5.3
  .cure = reprendre la LCR chez qui la publie

revocation-crl-delta-only = la LCR est une delta-LCR : il lui faut sa base
  .rule = RFC 5280 §5.2.4
  .cure = prendre la LCR actuelle et la donner avec --crl

revocation-crl-future = la LCR a été faite après le moment jugé
  .rule = RFC 5280 §5.1.2.4
  .cure = donner la LCR de ce temps, ou un autre --at

revocation-crl-issuer-key-usage = l'émetteur n'a pas le droit de signer des LCR
  .rule = RFC 5280 §6.3.3 (f)
  .cure = reprendre la LCR chez qui la publie

revocation-crl-malformed = une extension de la LCR est mal formée
  .rule = RFC 5280 §5.2
  .cure = reprendre la LCR chez qui la publie

revocation-crl-no-next-update = la LCR ne dit pas jusqu'à quand elle vaut
  .rule = RFC 5280 §5.1.2.5
  .cure = reprendre la LCR chez qui la publie

revocation-crl-no-number = la LCR n'a pas de numéro
  .rule = RFC 5280 §5.2.3
  .cure = reprendre la LCR chez qui la publie

revocation-crl-none = il n'y a pas de LCR de l'émetteur du certificat
  .rule = RFC 5280 §6.3.3 (b)(1)
  .cure = donner avec --crl la LCR de l'émetteur du certificat

revocation-crl-other-issuer = les LCR sont émises sous un autre nom
  .rule = RFC 5280 §6.3.3 (f)
  .cure = donner avec --crl la LCR de l'émetteur du certificat

revocation-crl-scope = la LCR est pour d'autres certificats
  .rule = RFC 5280 §6.3.3 (b)(2)
  .cure = donner avec --crl la LCR de l'émetteur du certificat

revocation-crl-signature = la LCR n'est pas signée par la clé de l'émetteur
  .rule = RFC 5280 §6.3.3 (g)
  .cure = reprendre la LCR chez qui la publie

revocation-crl-signature-unsupported = la signature de la LCR ne peut être vérifiée
  .rule = RFC 5280 §6.3.3 (g)
  .cure = reprendre la LCR chez qui la publie

revocation-crl-some-reasons = les LCR ne couvrent pas tous les motifs
  .rule = RFC 5280 §6.3.3 (e)
  .cure = prendre la LCR actuelle et la donner avec --crl

revocation-crl-stale = la LCR est périmée
  .rule = RFC 5280 §6.3.3 (a)
  .cure = prendre la LCR actuelle et la donner avec --crl

revocation-good = le certificat n'est pas révoqué
  .rule = RFC 5280 §6.3.3
  .cure = rien à faire

revocation-revoked = le certificat est révoqué, définitivement
  .rule = RFC 5280 §6.3.3 (i)
  .cure = ne pas l'accepter ; son titulaire en commande un nouveau

verify-legacy-profile = jugé selon le profil ancien, qui admet SHA-1 et des clés de 1024 bits
  .cure = remplacer le certificat par un de l'IGC-Santé : igc catalogue show dit lequel
