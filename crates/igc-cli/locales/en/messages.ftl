# What the commands say.
error = error
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
