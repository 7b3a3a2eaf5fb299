# Ce que disent les commandes.
error = erreur
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
