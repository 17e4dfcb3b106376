package hr

import (
	"slices"
	"strings"
	"unicode"

	"assemble/inputs/world"
)

// role is what a column of an extract is for.
type role uint8

// The roles. Of an ignored column it is known that it holds something else, such
// as a date of birth; it is not read.
const (
	noRole role = iota
	nationalityRole
	secondRole // a further nationality of the same person
	gradeRole
	sexRole
	categoryRole
	countRole
	totalRole
	personRole
	entryRole
	separationRole
	statusRole
	contractRole
	yearRole
	labelRole // values of several dimensions, one under the other
	ignoredRole
)

// roleNames are the words for roles in decisions.yaml and in messages.
func roleNames() []string {
	return []string{
		nationalityRole: "nationality", secondRole: "second-nationality", gradeRole: "grade", sexRole: "sex", categoryRole: "category",
		countRole: "headcount", totalRole: "total", personRole: "person", entryRole: "entry", separationRole: "separation",
		statusRole: "status", contractRole: "contract", yearRole: "year", labelRole: "labels", ignoredRole: "ignore",
	}
}

func (r role) String() string { return roleNames()[r] }

// quotable reports whether cells of a column may stand in a message.
func (r role) quotable() bool {
	switch r {
	case nationalityRole, gradeRole, sexRole, categoryRole, entryRole, separationRole, statusRole, contractRole:
		return true
	}
	return false
}

// phrases are the heads of columns as fold makes them. A weak one must be the
// whole head, and gives way to any other column of its role.
type phrases struct {
	role role
	lang string // "" where the words are of no one language
	weak bool
	text string
}

// vocabulary holds the heads of columns in three languages, as HR systems and
// people write them.
func vocabulary() []phrases {
	return []phrases{
		{nationalityRole, "en", false, "nationality; primary nationality; first nationality; nationality 1; main nationality; country of nationality; citizenship; country of citizenship; nationalities"},
		{nationalityRole, "fr", false, "nationalite; nationalite 1; nationalite principale; premiere nationalite; pays de nationalite; citoyennete"},
		{nationalityRole, "es", false, "nacionalidad; nacionalidad 1; nacionalidad principal; primera nacionalidad; pais de nacionalidad; ciudadania"},
		{nationalityRole, "", true, "nat; country; pays; pais; member state; etat membre; estado miembro; country name; country or area"},
		{secondRole, "en", false, "second nationality; nationality 2; nationality 3; third nationality; other nationality; other nationalities; additional nationality; dual nationality"},
		{secondRole, "fr", false, "deuxieme nationalite; seconde nationalite; nationalite 2; nationalite 3; autre nationalite; autres nationalites; double nationalite"},
		{secondRole, "es", false, "segunda nacionalidad; nacionalidad 2; nacionalidad 3; otra nacionalidad; otras nacionalidades; doble nacionalidad"},
		{gradeRole, "en", false, "grade; personal grade; grade level; staff grade; pay grade; salary grade; grade of staff member; current grade; grade classification; ps group; pay scale group; compensation grade"},
		{gradeRole, "fr", false, "grade personnel; classe; classement; grade actuel; classe et grade"},
		{gradeRole, "es", false, "grado; grado personal; grado actual; nivel de grado; escalafon"},
		{gradeRole, "", true, "level; niveau; nivel; class; clase; gr"},
		{sexRole, "en", false, "sex; gender; gender key; male female; m f; f m"},
		{sexRole, "fr", false, "sexe; genre; h f; f h; hommes femmes"},
		{sexRole, "es", false, "sexo; genero; h m; m h"},
		{sexRole, "", true, "title; salutation; form of address; civilite; tratamiento; prefix; mr ms"},
		{categoryRole, "en", false, "category; staff category; personnel category; category of staff; employee category; staff group; employee group; job category"},
		{categoryRole, "fr", false, "categorie; categorie de personnel; categorie du personnel; groupe de personnel"},
		{categoryRole, "es", false, "categoria; categoria de personal; categoria del personal; grupo de personal; cuadro"},
		{countRole, "en", false, "headcount; head count; number of staff; no of staff; staff count; number of persons; number of staff members; staff members; number of employees; count of staff"},
		{countRole, "fr", false, "effectif; effectifs; nombre de fonctionnaires; nombre de personnes; nombre d agents; nombre de membres du personnel"},
		{countRole, "es", false, "numero de funcionarios; numero de personas; cantidad de funcionarios; efectivos; plantilla; dotacion"},
		{countRole, "", true, "count; number; nombre; numero; cantidad; staff; persons; personnes; personas; personnel; headcounts"},
		{totalRole, "", false, "total; grand total; total staff; total general; all staff; ensemble; sum; totals; totaux; totales; total headcount"},
		{personRole, "en", false, "personnel number; personnel no; personnel id; staff number; staff no; staff id; staff member id; index number; index no; employee number; employee no; employee id; emp id; emp no; pers no; persno; persnumber; personnel nr; emplid; empl id; worker id; associate id; person number; person id; unique identifier; payroll number; unique id"},
		{personRole, "fr", false, "matricule; numero d index; numero de matricule; no matricule; identifiant; numero de personnel; numero d agent"},
		{personRole, "es", false, "numero de indice; numero de personal; numero de empleado; codigo de empleado; legajo; no de empleado; identificacion; num empleado"},
		{personRole, "", true, "pernr; id; index"},
		{entryRole, "en", false, "entry on duty; eod; eod date; entry on duty date; date of entry; entry date; date of entry on duty; hire date; date of hire; start date; date of joining; joining date; date joined; first day of service; service start"},
		{entryRole, "fr", false, "date d entree en fonction; date d entree en fonctions; date d entree; date d engagement; entree en fonction; entree en fonctions; date de debut; date d entree en service; date de recrutement"},
		{entryRole, "es", false, "fecha de ingreso; fecha de entrada en funciones; fecha de contratacion; fecha de inicio; entrada en funciones; fecha de incorporacion; fecha de alta"},
		{entryRole, "", true, "entry; joined; hired; entree; ingreso"},
		{separationRole, "en", false, "separation date; date of separation; separation; end of service; end of service date; termination date; date of termination; leaving date; date of leaving; date left; last day of service; last working day; exit date; departure date"},
		{separationRole, "fr", false, "date de cessation de service; date de cessation; cessation de service; date de depart; date de fin de service; dernier jour de service; date de sortie; date de separation"},
		{separationRole, "es", false, "fecha de cese; fecha de separacion; fecha de baja; fecha de salida; cese en el servicio; ultimo dia de servicio; fecha de cese en el servicio; fecha de terminacion"},
		{statusRole, "en", false, "status; employment status; staff status; employee status; service status; administrative status"},
		{statusRole, "fr", false, "statut; statut d emploi; situation administrative; position administrative"},
		{statusRole, "es", false, "estatus; situacion laboral; situacion administrativa; estado laboral; estado del empleado"},
		{statusRole, "", true, "situation; situacion; estado; active"},
		{contractRole, "en", false, "contract type; type of contract; appointment type; type of appointment; employee subgroup; contract modality; employment type"},
		{contractRole, "fr", false, "type de contrat; nature du contrat; type d engagement; type de nomination; nature de l engagement"},
		{contractRole, "es", false, "tipo de contrato; tipo de nombramiento; modalidad de contrato; modalidad contractual"},
		{contractRole, "", true, "contract; contrat; contrato; appointment; engagement; nombramiento"},
		{yearRole, "", true, "year; annee; ano; reporting year; report year; annee de reference; ano de referencia; exercice; ejercicio"},
		{labelRole, "en", false, "row labels; row label"},
		{labelRole, "fr", false, "etiquettes de lignes; etiquettes de ligne"},
		{labelRole, "es", false, "etiquetas de fila; etiquetas de filas"},
		{ignoredRole, "", false, ignoredHeads + pivotHeads},
	}
}

// ignoredHeads are heads that hold the words of others and mean something else.
const ignoredHeads = "birth; date of birth; dob; birthday; country of birth; place of birth; nationality at birth; naissance; nationalite a la naissance; " +
	"nacimiento; home leave; home country; conge dans les foyers; licencia en el pais de origen; duty station; country of duty; duty country; " +
	"country of assignment; affectation; lieu d affectation; destino; lugar de destino; country office; office; pays d affectation; pais de destino; " +
	"grade date; date of grade; date in grade; date of current grade; seniority in grade; years in grade; time in grade; date de grade; " +
	"date du grade; anciennete; anciennete dans le grade; fecha de grado; antiguedad en el grado; next grade; previous grade; former grade; " +
	"post grade; grade of post; position grade; post level; position level; job grade; grade du poste; classe du poste; grado del puesto; nivel del puesto; " +
	"contract expiry; contract end; end of contract; expiry date; contract end date; contract start; contract start date; contract year; contract number; " +
	"contract expiry date; fin de contrat; debut de contrat; fin de contrato; inicio de contrato; vencimiento; echeance; spouse; conjoint; conyuge; " +
	"dependant; dependants; dependent; dependents; child; enfants; hijos; mother; father; step; echelon; escalon; job title; functional title; " +
	"position title; post title; titre fonctionnel; intitule du poste; titulo del puesto; cargo; position number; post number; position; poste; puesto; " +
	"name; full name; surname; last name; first name; given name; family name; middle name; nom; prenom; prenoms; nom de famille; apellido; apellidos; nombres; nombre y apellidos; " +
	"email; e mail; courriel; correo; correo electronico; phone; telephone; telefono; address; adresse; direccion; passport; passeport; pasaporte; age; edad; " +
	"marital status; etat civil; estado civil; situation de famille; visa status; security level; security clearance; language level; " +
	"education level; salary; salaire; salario; fund; wbs; supervisor; superviseur; age group; second grade; status date; date of status"

// pivotHeads stand above the heads of a pivot table.
const pivotHeads = "; column labels; etiquettes de colonnes; etiquetas de columna; etiquetas de columnas; values; valeurs; valores; filter; filtre; filtro"

// nameHeads are the heads of names of persons: a table that has one lists persons.
func nameHeads() []string {
	return []string{
		"name", "names", "full name", "surname", "last name", "first name", "given name", "family name", "name of staff member", "staff member", "employee name",
		"nom", "noms", "prenom", "prenoms", "nom de famille", "nom et prenom", "nom et prenoms",
		"apellido", "apellidos", "nombres", "nombre completo", "nombre y apellidos", "apellidos y nombres",
	}
}

// fold makes heads and values comparable: small letters without accents, and a
// space for everything that is neither letter nor digit.
func fold(s string) string {
	s = world.Fold(s)
	clean := true
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, notWord), " ")
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// headMatch is what the head of a column says.
type headMatch struct {
	role  role
	lang  string
	score int // 0 for nothing, 1 for a weak phrase, 2 for words among others, 3 for the whole head
}

// lexicon finds the role of a head, and the values that it may name.
type lexicon struct {
	heads      map[string]headMatch
	longest    int // words of a phrase
	categories map[string]Category
	nation     func(text string) string // the State that a text stands for, if only in doubt
}

func newLexicon(nation func(text string) string) *lexicon {
	l := &lexicon{heads: map[string]headMatch{}, categories: categoryWords(), nation: nation}
	for _, p := range vocabulary() {
		score := 3
		if p.weak {
			score = 1
		}
		for text := range strings.SplitSeq(p.text, "; ") {
			l.heads[text] = headMatch{p.role, p.lang, score}
			l.longest = max(l.longest, strings.Count(text, " ")+1)
		}
	}
	return l
}

// maxHead bounds the head of a column; longer texts are sentences.
const maxHead = 80

// match returns the role of a head: that of the whole, or of the longest phrase
// in it. Where two are of one length, the one that says it is something else
// wins: the nationality of the spouse is not that of the person.
func (l *lexicon) match(head string) headMatch {
	m, _ := l.find(head)
	return m
}

// find is match with the phrase that it found.
func (l *lexicon) find(head string) (m headMatch, phrase string) {
	if len(head) > maxHead {
		return headMatch{}, ""
	}
	key := fold(head)
	if m, ok := l.heads[key]; ok {
		return m, key
	}
	if m, phrase := l.counts(key); m.score > 0 {
		return m, phrase
	}
	words := strings.Fields(key)
	for n := min(l.longest, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			text := strings.Join(words[i:i+n], " ")
			if one := l.heads[text]; one.score == 3 && (m.score == 0 || one.role == ignoredRole) {
				m, phrase = one, text
			}
		}
		if m.score > 0 {
			m.score = 2
			return m, phrase
		}
	}
	return headMatch{}, ""
}

// counts reads the head that a pivot table gives its numbers: the count of a column
// that tells persons apart, or the sum of one of counts. Others are of something
// else, such as children.
func (l *lexicon) counts(key string) (m headMatch, phrase string) {
	for _, p := range []struct{ phrase, lang string }{
		{"count of", "en"}, {"number of", "en"}, {"sum of", "en"}, {"nombre de", "fr"}, {"somme de", "fr"}, {"cuenta de", "es"}, {"recuento de", "es"}, {"suma de", "es"},
	} {
		of, ok := strings.CutPrefix(key, p.phrase+" ")
		if !ok {
			continue
		}
		switch c := l.match(of); {
		case slices.Contains(nameHeads(), of) || c.role == personRole || c.role == countRole:
			return headMatch{countRole, p.lang, 2}, p.phrase
		case c.role != noRole:
			return headMatch{ignoredRole, p.lang, 2}, p.phrase
		}
	}
	return headMatch{}, ""
}

// shown is a head as it is printed: those of its words that are known, and no
// others, because people write into heads whom to ask.
func (l *lexicon) shown(head string) string {
	_, phrase := l.find(head)
	if phrase == fold(head) {
		return head
	}
	var from, to []int // of words
	at := 0
	for word := range strings.FieldsFuncSeq(head, notWord) {
		at += strings.Index(head[at:], word)
		from, to = append(from, at), append(to, at+len(word))
		at += len(word)
	}
	for i := range from {
		for j := i; j < min(i+l.longest, len(to)); j++ {
			if text := head[from[i]:to[j]]; fold(text) == phrase {
				return text
			}
		}
	}
	return phrase
}
