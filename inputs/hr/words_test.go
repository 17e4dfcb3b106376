package hr

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/sheet"

	"pgregory.net/rapid"
)

func TestParseGrade(t *testing.T) {
	for text, want := range map[string]string{
		"P4": "P-4", "P-4": "P-4", "p 04": "P-4", "P.4": "P-4", "P–4": "P-4", "P-04": "P-4", "P_4": "P-4", "(P4)": "P-4", " P-4 ": "P-4", "L4": "P-4", "L-5": "P-5",
		"P4/VI": "P-4", "P-4 / 6": "P-4", "P-4 step 6": "P-4", "P4 st. 6": "P-4", "P-4 échelon VI": "P-4", "P4, escalón 6": "P-4",
		"GS5": "G-5", "GS-5": "G-5", "G5": "G-5", "GL5": "G-5", "G-1A": "G-1A", "g1b": "G-1B", "GS 7/XII": "G-7",
		"NOA": "NO-A", "NO-A": "NO-A", "NO A": "NO-A", "NPO-B": "NO-B", "no-c step 2": "NO-C", "NOE": "NO-E",
		"GS V": "", "G 05": "G-5", "gs-05": "G-5", "SG-6": "G-6", "P−4": "P-4", "P‑4": "P-4", "P\u00a04": "P-4", "P\u200b4": "P-4", "P 4 / 06": "P-4", "P4 Step VI": "P-4", "G6 éch. 3": "G-6",
		"N-OA": "", "ON-A": "NO-A", "np-b": "NO-B", "NO/B": "", "NOB/4": "NO-B", "U.G.": Ungraded, "Hors grade": Ungraded, "no clasificado": Ungraded, "UNG": Ungraded, "FS4": "", "FS-6": "",
		"D1": "D-1", "D-2": "D-2", "E1": "E-1", "UG": Ungraded, "u": Ungraded, "Ungraded": Ungraded, "Non classé": Ungraded, "sin grado": Ungraded,
		"": "", "P": "", "4": "", "P-8": "", "P-0": "", "P-4-6": "", "P-4.6": "", "L6": "", "L-7": "", "NOF": "", "NO-1": "", "G-9": "", "ASG": "", "ICS-10": "", "FS-4": "", "P-4 Testov": "",
		"P4/XYZ": "", "D-1A": "", "Programme Officer": "", "None": "", "no": "", strings.Repeat("P", 500): "",
	} {
		got, ok := parseGrade(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q %v, want %q", text, got, ok, want)
		}
	}
}

func TestSuggestGrades(t *testing.T) {
	for text, want := range map[string]string{"USG": "E-1", "ASG": "E-2", "DDG": "E-2", "L-6": "D-1 P-6", "N01": "NO-A", "NO-3": "NO-C", "n/a": "UG", "5": "P-5", "9": "", "ICS-10": ""} {
		if got := strings.Join(suggestGrades(text, Professional), " "); got != want {
			t.Errorf("%q may be %q, want %q", text, got, want)
		}
	}
}

func TestDecideSex(t *testing.T) {
	for _, c := range []struct{ words, lang, want string }{
		{"f m", "en", "f=F m=M"},
		{"f h", "fr", "f=F h=M"},
		{"h m", "es", "h=M m=F"},
		{"m v", "es", "m=F v=M"},
		{"m w", "en", "m=M w=F"},
		{"f h m", "fr", "f=F h=M"},
		{"m", "es", ""},
		{"m", "en", "m=M"},
		{"f", "es", "f=F"},
		{"h", "fr", "h=M"},
		{"h", "en", ""},
		{"w", "en", ""},
		{"1 2", "en", ""},
		{"0 1", "en", ""},
		{"mr ms", "en", "mr=M ms=F"},
		{"m mme", "fr", "m=M mme=F"},
		{"m mujer", "es", "m=F mujer=F"},
		{"hombre mujer", "", "hombre=M mujer=F"},
		{"female male x unknown", "", "female=F male=M unknown=U x=X"},
		{"f m x", "en", "f=F m=M x=X"},
		{"femenino masculino", "es", "femenino=F masculino=M"},
		{"", "", ""},
	} {
		var got []string
		for w, s := range decideSex(strings.Fields(c.words), c.lang) {
			got = append(got, w+"="+s.String())
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q (%s): %q, want %q", c.words, c.lang, s, c.want)
		}
	}
}

func TestMatchHead(t *testing.T) {
	l := newLexicon(func(string) string { return "" })
	for head, want := range map[string]string{
		"Nationality": "nationality 3", "NATIONALITÉ": "nationality 3", "Nacionalidad (principal)": "nationality 3", "Country of  nationality": "nationality 3", "Staff member's nationality": "nationality 2",
		"Nationality 2": "second-nationality 3", "Deuxième nationalité": "second-nationality 3", "Nationality of spouse": "ignore 2", "Nationality at birth": "ignore 3", "Country": "nationality 1", "Country office": "ignore 3",
		"Grade": "grade 3", "Grade/Level": "grade 3", "Level": "grade 1", "Post grade": "ignore 3", "Grade date": "ignore 3", "Date of grade": "ignore 3", "Grade at 31.12.2017": "grade 2",
		"Sex": "sex 3", "Género": "sex 3", "M/F": "sex 3", "Gender (self-declared)": "sex 2", "Title": "sex 1", "Job title": "ignore 3",
		"Staff category": "category 3", "Catégorie": "category 3", "Employee Group": "category 3",
		"EOD": "entry 3", "Date d’entrée en fonctions": "entry 3", "Fecha de ingreso": "entry 3", "Contract start date": "ignore 3",
		"Separation date": "separation 3", "Date de cessation de service": "separation 3", "Fecha de cese": "separation 3", "Contract expiry": "ignore 3",
		"Status": "status 3", "Marital status": "ignore 3", "Contract type": "contract 3", "contract_year": "ignore 3", "Tipo de contrato": "contract 3",
		"Pers. No.": "person 3", "Index no": "person 3", "Matricule": "person 3", "Headcount": "headcount 3", "Nombre": "headcount 1", "Número": "headcount 1", "Total": "total 3",
		"Year": "year 1", "Date of birth": "ignore 3", "Surname": "ignore 3", "Remarks": "no 0", "": "no 0", strings.Repeat("grade ", 40): "no 0",
	} {
		m := l.match(head)
		got := fmt.Sprintf("%s %d", m.role, m.score)
		if m.role == noRole {
			got = "no 0"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", head, got, want)
		}
	}
}

func TestHeadDims(t *testing.T) {
	l := newLexicon(func(string) string { return "" })
	for head, want := range map[string]string{
		"P-4": "P-4", "p 04": "P-4", "F": "f", "Women": "women", "H": "h", "P-4 F": "P-4 f", "F P-4": "P-4 f", "P-4 (Women)": "P-4 women", "GS-5/M": "G-5 m", "Professional women": "professional women",
		"General Service": "general-service", "National Officers": "national-officer", "G": "", "P": "", "U": "UG", "Other": "", "x": "x",
		"Total": "total", "Grand Total": "total", "Total général": "total", "Gran total": "total", "Total staff": "total", "T": "total", "All": "total", "Ensemble": "total", "Totalova": "",
		"Total P-4": "P-4 total", "P-4 Total": "P-4 total", "Total of P-4": "P-4 total", "Total women": "women total", "Total General Service": "general-service total", "Sous-total P-4": "P-4 total",
		"Total P": "total other", "Total Asia": "total other", "ASG": "", "": "", "Nationality": "", "% women": "", "Women (%)": "", "Per cent women": "", "Share of women": "", "Porcentaje de mujeres": "", strings.Repeat("F ", 60): "",
	} {
		d := l.dims(head)
		var got []string
		for _, s := range []string{string(d.category), d.grade, d.sex, d.nation} {
			if s != "" {
				got = append(got, s)
			}
		}
		if d.total {
			got = append(got, "total")
		}
		if d.other {
			got = append(got, "other")
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is %q, want %q", head, s, want)
		}
	}
}

// A row is that of the values of a dimension only if most of it is.
func TestAxis(t *testing.T) {
	table := states(t)
	l := newLexicon((&Imported{Request: Request{World: table}}).standsForNation)
	for row, want := range map[string]role{
		"Nationality|P-3|P-4|P-5": gradeRole, "Nationality|P-3|P-4": gradeRole, "P-3|P-4|Testov|Kenya": noRole, "Nationality|Grade|F|M": sexRole, "Nationality|Grade|F": noRole,
		"|Kenya|France|Ghana": nationalityRole, "Grade|Sex|KEN|FRA|GHA|Total": nationalityRole, "|Kenya|France": noRole,
		"Testov|Kenya|France|Ghana|Nairobi|Paris|Accra": noRole, "1|P-3|P-4|P-5": gradeRole, "No|ID|PS|Grade|Sex|Nationality": noRole, "Testov|P-4|F|Kenya|France": noRole,
	} {
		var r sheet.Row
		for c := range strings.SplitSeq(row, "|") {
			r.Cells = append(r.Cells, sheet.Cell{Kind: sheet.Text, Text: c})
		}
		if h := l.look(&r); h.of != want || h.axis != (want != noRole) {
			t.Errorf("%s: %d, want %d", row, h.of, want)
		}
	}
}

func TestTitled(t *testing.T) {
	words := titleWords()
	for title, want := range map[string]Category{
		"Professional staff 2017": Professional, "GS staff": GeneralService, "General Service": GeneralService, "National Professional Officers": NationalOfficer, "Fonctionnaires nationaux": "",
		"Agents des services généraux": GeneralService, "General Service and Professional staff": "", "Staff": "", "Cuadro orgánico y categorías superiores": Professional,
	} {
		if got := titled(title, words); got != want {
			t.Errorf("%q names %q, want %q", title, got, want)
		}
	}
	for c, list := range map[Category]string{GeneralService: "GS;g;Services généraux;general-service", NationalOfficer: "NO;NPO;Funcionarios nacionales", Professional: "P;Professional and higher categories;Administrateurs;Director"} {
		for w := range strings.SplitSeq(list, ";") {
			if s := readCategory(w); s.category != c {
				t.Errorf("%q is %q, want %q", w, s.category, c)
			}
		}
	}
}

func TestYearsIn(t *testing.T) {
	for text, want := range map[string]string{"as at 31.12.2017": "[2017]", "2016/2017": "[2016 2017]", "run 02012018": "[]", "1899 2100": "[]", "FY20171": "[]", "": "[]"} {
		if got := fmt.Sprint(yearsIn(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestSaysTotal(t *testing.T) {
	for text, want := range map[string]bool{
		"Total": true, "TOTAL ASIA": true, "Sub-total": true, "Subtotal:": true, "Grand Total": true, "Sous-total": true, "Total général": true, "Totales": true, "Ensemble": true, " Total": true,
		"Tot": false, "Toto Total": false, "Granger": false, "Subramanian": false, "Totalova": false, "": false, "Summers": false,
	} {
		if saysTotal(text) != want {
			t.Errorf("%q is a total: %v", text, !want)
		}
	}
}

func TestSerialDay(t *testing.T) {
	for _, c := range []struct {
		text string
		from bool
		want string
	}{{"43100", false, "2017-12-31"}, {"43100.75", false, "2017-12-31"}, {"41638", true, "2017-12-31"}, {"2958465", false, "9999-12-31"}, {"9999", false, ""}, {"20171231", false, ""}, {"x", false, ""}} {
		d, ok := serialDay(c.text, c.from)
		if d.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s is %s, want %s", c.text, d, c.want)
		}
	}
	if r, ok := readDate(&word{wordKey: wordKey{text: "20171231", kind: sheet.Number}}, false); !ok || r.Day.String() != "2017-12-31" {
		t.Errorf("20171231 is %v", r)
	}
}

func TestShowable(t *testing.T) {
	for text, want := range map[string]bool{"Kosovo": true, "P-4 (acting)": true, "a@b.org": false, "12345": false, "1.2.1961": false, "https://x": false, strings.Repeat("x", maxHead+1): false} {
		if showable(text) != want {
			t.Errorf("%q may be shown: %v", text, !want)
		}
	}
}

// A set of rows says what was put into it.
func TestRowSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfDistinct(rapid.Int32Range(1, 60), rapid.ID).Draw(t, "rows")
		slices.Sort(rows)
		var s rowSet
		for _, r := range rows {
			s.add(r)
			s.add(r) // again is nothing new
		}
		var back []int32
		for part := range strings.SplitSeq(s.String(), ",") {
			var from, to int32
			if n, _ := fmt.Sscanf(part, "%d-%d", &from, &to); n == 1 {
				to = from
			} else if n == 0 {
				continue
			}
			for r := from; r <= to; r++ {
				back = append(back, r)
			}
		}
		if !slices.Equal(rows, back) || s.n != len(rows) {
			t.Fatalf("%v became %s (%d)", rows, s.String(), s.n)
		}
	})
}
