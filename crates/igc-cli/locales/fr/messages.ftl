# Ce que disent les commandes.
error = erreur
error-warning = attention
error-notice = note
error-expected = attendu
error-detail = détail
error-rule = règle
error-cure = remède
yes = oui
no = non
unknown = inconnu

ask-password-open = Mot de passe de { $file } :
ask-password-new = Mot de passe du PKCS#12 (Entrée : en créer un) :
ask-password-again = Encore une fois :
ask-password-differ = Ils diffèrent : recommencez.

requester-technical-administrator = commandé par l'administrateur technique de la structure
requester-professional = commandé par le professionnel lui-même, avec sa carte CPS
domain-none = aucun
domain-dns = domaine, sous-domaine ou nom de serveur
domain-mail = domaine de messagerie, @domaine
status-observed = observé
status-stated = énoncé
status-inferred = déduit
status-unknown = INCONNU
field-structure-name = nom de la structure
field-structure-id = identifiant national de la structure
field-structure-department = département
field-service = service applicatif
field-fqdn = nom du serveur
field-dns-names = autres noms du serveur
field-email = adresse de messagerie
field-person-id = identifiant national de la personne
field-given-name = prénom
field-surname = nom
field-profession-title = profession
field-profession-code = code de la profession
field-specialities = spécialités

show-for = pour quoi
show-aliases = aussi nommé
show-requester = commande
show-form = formulaire
show-no-form = aucun
show-form-offer = case à cocher
show-domain = domaine
show-fields = champs
show-none = aucun
show-validity-rule = { $years } ans{ $months ->
    [0] {""}
   *[other] {" "}et { $months } mois
  }, depuis { $from } ({ $source })
show-always = le début
show-sources = d'où vient chaque fait
show-orders = produits
show-why = pourquoi ceux-là
show-form-text = texte du formulaire F413

ask-structure = Quelle structure commande ? (Entrée garde la structure fictive, de TEST)
ask-structure-name = Nom [{ $usual }] :
ask-structure-finess = FINESS [{ $usual }] :
ask-structure-department = Département [{ $usual }] :

order-progress = clés et certificats
order-title = { $usage } · établissement « { $name } » ({ $register } { $number })
order-title-person = { $usage } · { $name } (RPPS { $number })
order-notice-made = Certificats de TEST, émis par une IGC de test locale le { $at }. Ils n'ouvrent rien de réel.
order-until = jusqu'au { $date }
order-file-platform = tel que la plateforme le délivre
order-file-modern = le même pour les logiciels actuels (AES-256)
order-file-key = clé privée
order-file-request = demande de certificat
order-file-certificate = certificat
order-file-chain = certificat, intermédiaire, racine
order-file-authorities = intermédiaires et racine
order-file-anchor = la racine : ce que les autres doivent croire
order-file-password = mot de passe des .p12
order-keep = À garder : .p12, .key et mot de passe. Seul le logiciel qui s'en sert doit pouvoir les lire.
order-hand-out = À donner : les .pem. À installer dans un serveur : .key et -chaine.pem, ou un .p12.
order-fictional = La structure est fictive : nommer la vôtre avec --structure, ou --name, --finess et --department.
order-fictional-person = La personne est fictive : nommer la vôtre avec --given-name, --surname et --rpps.
order-removed = Supprimé, d'une commande antérieure : { $file }
order-check = Vérifier :

verify-accepted = BON
verify-rejected = REFUSÉ
verify-undetermined = ON NE PEUT DIRE
verify-profile = règles
verify-path = chemin
verify-purpose = emploi
verify-revocation-checked = révocation vérifiée
verify-revocation-not-checked = révocation non vérifiée (donner --crl)
purpose-any = quelconque
purpose-tls-client = client TLS
purpose-tls-server = serveur TLS
purpose-seal = signature, cachet
purpose-confidentiality = confidentialité
purpose-smart-card-logon = ouverture de session par carte

csr-new-made = Fait pour { $product } :
csr-new-next = Ensuite :
csr-check-good = convient à { $product }
csr-check-bad = NE CONVIENT PAS à { $product }

p12-written = Écrit :
