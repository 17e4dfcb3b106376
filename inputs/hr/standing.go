package hr

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/strict"
)

// statusWords are the words for who is in service and who is not, as fold makes
// them.
func statusWords() (in, out []string) {
	in = []string{
		"active", "in service", "employed", "on duty", "current", "serving", "actif", "en activite", "en fonction", "en poste", "en service",
		"activo", "activa", "en servicio", "vigente", "en funciones",
	}
	out = []string{
		"separated", "retired", "resigned", "terminated", "left", "inactive", "deceased", "former", "ended", "withdrawn", "dismissed", "separation",
		"retraite", "retraitee", "demissionnaire", "parti", "partie", "sorti", "sortie", "inactif", "decede", "decedee", "licencie", "licenciee", "en retraite", "separe", "separee",
		"separado", "separada", "jubilado", "jubilada", "dimitido", "renuncia", "baja", "inactivo", "inactiva", "fallecido", "fallecida", "cesado", "cesada", "retirado", "retirada",
	}
	return in, out
}

// contractWords are the words for contracts of staff and of others.
func contractWords() (staff, others []string) {
	staff = []string{
		"fixed term", "ft", "continuing", "permanent", "indefinite", "temporary", "one year", "regular", "short term", "special short term", "graded", "ungraded", "fixed term appointment",
		"continuing appointment", "temporary appointment", "permanent appointment", "one year fixed term", "staff", "fixed term contract", "continuing contract", "temporary contract", "permanent contract", "one year contract", "short term contract", "special short term contract", "graded short term", "fixed",
		"duree determinee", "a duree determinee", "continu", "permanente", "temporaire", "courte duree", "a court terme", "duree indeterminee", "contrat a duree determinee", "cdd", "cdi",
		"plazo fijo", "de plazo fijo", "continuo", "temporal", "indefinido", "corto plazo", "de corto plazo", "a plazo fijo",
	}
	others = []string{
		"consultant", "consultants", "consultancy", "consultancy contract", "consultant contract", "intern", "interns", "internship", "volunteer", "unv", "united nations volunteer", "contractor", "individual contractor",
		"individual consultant", "service contract", "third party", "outsourced", "daily worker", "hourly", "ssa", "special service agreement",
		"consultante", "stagiaire", "stagiaires", "stage", "volontaire", "volontaire des nations unies", "vnu", "prestataire", "contractuel externe", "vacataire",
		"consultor", "consultora", "pasante", "pasantia", "voluntario", "voluntaria", "voluntario de las naciones unidas", "contratista", "externo",
	}
	return staff, others
}

// interpretStanding interprets a column of statuses or of contracts: by a
// decision, by a rule of the edition, or by what the words say. Others are asked
// about.
func (im *Imported) interpretStanding(t *extract, c *column) {
	in, out := statusWords()
	if strings.Contains(strings.Join(c.texts, " "), "acti") { // Active: yes
		in, out = append(in, "yes", "y", "oui", "o", "si", "s"), append(out, "no", "n", "non")
	}
	rule := "not in service by status"
	if c.role == contractRole {
		in, out = contractWords()
		rule = "no contract of staff"
	}
	name := c.role.String()
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		key := fold(w.text)
		switch {
		case s.headWord:
		case im.unreadable(t, c, w, s):
		case im.decide(topic{name, w.key()}, w.n, s, c.role):
		case im.ruled(c.role, key, s):
		case slices.Contains(out, key):
			s.out = im.ruling(rule)
		case slices.Contains(in, key):
			s.known = true
		case w.blank() && c.role == contractRole:
			s.known = true
		}
	}
	c.mute = c.tooManyUnknown()
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if !s.known && !s.headWord && !s.wrong && s.out == toCount {
			s.ask = im.askValue(t, c, w, topic{name, w.key()}, nil)
			if !c.mute && !w.blank() && !s.ask.repair {
				s.ask.what = fmt.Sprintf("does %q count (%s)", w.key(), name)
			}
		}
	}
}

// ruled applies the rules of the edition to a value.
func (im *Imported) ruled(r role, key string, s *sense) bool {
	for _, rule := range im.Rules.Rules {
		values := rule.Status
		if r == contractRole {
			values = rule.Contract
		}
		if !slices.ContainsFunc(values, func(v strict.Str) bool { return fold(v.S) == key }) {
			continue
		}
		if rule.Count.S != "" {
			s.known = true
		} else {
			s.out = im.ruling(rule.LeaveOut.S)
		}
		return true
	}
	return false
}
