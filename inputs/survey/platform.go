package survey

import "strings"

// platformHead is a column that a platform adds to the answers.
type platformHead struct {
	heads    string // folded, parted by |
	role     role
	platform string // that alone has it; "" for several
}

// platformHeads are the columns that platforms add: KoboToolbox (its manual, Data
// export), ODK Central (its manual, OData and CSV), Microsoft Forms and Google
// Forms in English, French and Spanish. Of times, the one of sending is the
// better.
var platformHeads = []platformHead{
	{"_submission_time", timeRole, kobo},
	{"submissiondate", timeRole, odk},
	{"completion time|heure de fin|hora de finalización", timeRole, microsoft},
	{"timestamp|horodateur|marca temporal", timeRole, google},
	{"end|submitted|submitted at|date submitted|sent", timeRole, ""},
	{"_validation_status", stateRole, kobo},
	{"reviewstate", stateRole, odk},
	{"_index", keyRole, kobo},
	{"_id", keyRole, kobo},
	{"key", keyRole, odk},
	{"_submission__id|_parent_index", parentRole, kobo},
	{"parent_key", parentRole, odk},
	{"_submitted_by|_submission__submitted_by", personalRole, kobo},
	{"submitterid|submittername", personalRole, odk},
	{"email|e-mail|e-mail address|email address|name|username|user name|respondent|ip|ip address|phonenumber|deviceid|subscriberid|simserial|nom|nombre|" +
		"adresse e-mail|adresse de messagerie|adresse électronique|courriel|correo electrónico|dirección de correo electrónico|nom d'utilisateur|nombre de usuario", personalRole, ""},
	{"_uuid|_notes|_status|__version__|_version_|_tags|_parent_table_name|_submission__uuid|_submission__submission_time|_submission__validation_status|" +
		"_submission__notes|_submission__status|_submission___version__|_submission__tags|_attachments|_geolocation|_xform_id_string|_bamboo_dataset_id|formhub/uuid|meta/instanceid|" +
		"meta/rootuuid|meta/deprecatedid|meta/instancename", systemRole, kobo},
	{"meta-instanceid|meta-instancename|instanceid|attachmentspresent|attachmentsexpected|status|edits|formversion|meta-entity|set-of", systemRole, odk},
	{"id|start time|heure de début|hora de inicio|last modified time|heure de dernière modification|hora de la última modificación|total points|quiz feedback|language|langue|idioma", systemRole, microsoft},
	{"score|note|puntuación", systemRole, google},
	{"start|today|audit|_", systemRole, ""},
}

// The platforms, as the ledger calls them.
const (
	kobo      = "KoboToolbox"
	odk       = "ODK"
	microsoft = "Microsoft Forms"
	google    = "Google Forms"
	plain     = "plain table"
)

// platformColumn tells what a column holds that a platform adds. A lower rank is
// better.
func platformColumn(key string) (r role, rank int) {
	for i, p := range platformHeads {
		if isOne(key, p.heads) {
			return p.role, i
		}
	}
	return unknownColumn, 0
}

func isOne(key, list string) bool {
	for _, h := range strings.Split(list, "|") {
		if h == key {
			return true
		}
	}
	return false
}

// platform names the platform that most columns of a table speak of, and the
// first of them where several are as likely.
func (t *extract) platform() string {
	best, most := plain, 0
	for _, name := range []string{kobo, odk, microsoft, google} {
		n := 0
		for _, c := range t.columns {
			for _, p := range platformHeads {
				if p.platform == name && isOne(head(c.head), p.heads) {
					n++
				}
			}
		}
		if n > most {
			best, most = name, n
		}
	}
	return best
}

// freeOther reports whether people could type an answer of their own in place of
// an option, which the platform then writes among the options.
func freeOther(platform string) bool { return platform == microsoft || platform == google }
