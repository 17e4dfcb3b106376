package hr

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/edition"
	"assemble/inputs/strict"
)

// scene is one kind of mess.
type scene struct {
	name      string
	rows      string // a text, or
	files     func(t testing.TB) []given
	decisions string
	rules     string // hr of edition.yaml
	sheet     string
	asOf      string
	says      []string // parts of messages; none: it must import
	counts    string   // lines of the table without the year, joined by blanks
	out       string   // rules with the number of rows
	open      int      // rows that wait, where it says something
}

// base is a list that is long enough for a single unknown cell to be shown.
const base = "Nationality,Grade,Sex\nAlbania,P-4,F\nAlbania,P-4,F\nFrance,P-3,M\nFrance,G-5,M\nKenya,NO-A,F\n"

const baseCounts = "general-service,G-5,FRA,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2 professional,P-3,FRA,M,1"

func run(t *testing.T, s scene) {
	t.Helper()
	q := Request{Sheet: s.sheet}
	if s.asOf != "" {
		q.AsOf, _ = strict.ParseDate(s.asOf)
	}
	if s.rules != "" {
		var e struct {
			HR edition.Staffing `yaml:"hr"`
		}
		var x trial
		if !strict.Decode([]byte("hr: "+s.rules), position(), &e, &x.report) {
			t.Fatal(x.messages())
		}
		q.Rules = e.HR
	}
	files := []given{{"Staff.csv", []byte(s.rows)}}
	if s.files != nil {
		files = s.files(t)
	}
	x := tryRequest(t, q, s.decisions, files...)
	m := x.messages()
	for _, want := range s.says {
		if !strings.Contains(m, want) {
			t.Errorf("nothing says %q\n%s", want, m)
		}
	}
	if len(s.says) == 0 && x.im.Failed() {
		t.Errorf("failed:\n%s", m)
	}
	if len(s.says) > 0 && !x.im.Failed() && !strings.HasPrefix(s.says[0], "warning") {
		t.Error("it did not fail")
	}
	if x.im.Ledger == nil {
		if s.counts != "" || s.out != "" {
			t.Error("there is no ledger")
		}
		return
	}
	if n := x.im.Ledger.Rows.Open; s.open > 0 && n != s.open {
		t.Errorf("%d rows wait, not %d", n, s.open)
	}
	if s.counts != "" {
		got := strings.ReplaceAll(strings.TrimSpace(string(x.im.CSV())), "2017,", "")
		_, got, _ = strings.Cut(got, "\n")
		if got = strings.ReplaceAll(got, "\n", " "); got != s.counts {
			t.Errorf("counted %s\nwant    %s", got, s.counts)
		}
	}
	var out []string
	for _, r := range x.im.Ledger.Excluded {
		out = append(out, fmt.Sprintf("%s %d", r.Rule, r.Rows))
	}
	if got := strings.Join(out, "; "); got != s.out && len(s.says) == 0 {
		t.Errorf("left out %q, want %q", got, s.out)
	}
}

func TestScenes(t *testing.T) {
	for _, list := range [][]scene{valueScenes(), serviceScenes(), sheetScenes(), cellScenes(), rowScenes(), tableScenes(), groupScenes()} {
		for _, s := range list {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				run(t, s)
			})
		}
	}
}

func valueScenes() []scene {
	return []scene{
		{name: "plain", rows: base, counts: baseCounts},
		{
			name: "grades", rows: "Nationality,Grade,Sex,Category\n" + strings.Join(lines2("Kenya", "F",
				"P4", "P-4", "P 04", "P.4", "L4", "p-4", "P-4/VI", "P-4 step 6", "GS5", "G-5", "G5", "GL-5", "NOA", "NO-A", "NPO-A", "no a", "UG", "ungraded", "U", "D1", "D-1", "E-1", "G1A", "G-1B"), "\n"),
			decisions: "hr: {misfit: {UG: general-service}}",
			counts:    "general-service,G-1A,KEN,F,1 general-service,G-1B,KEN,F,1 general-service,G-5,KEN,F,4 general-service,UG,KEN,F,3 national-officer,NO-A,KEN,F,4 professional,E-1,KEN,F,1 professional,D-1,KEN,F,2 professional,P-4,KEN,F,8",
		},
		{
			name: "namibia among codes", rows: "Nationality,Grade,Sex\nNA,P-4,F\nNE,P-4,F\nNG,P-4,F\nAU,P-4,M\nAT,P-4,M\n",
			counts: "professional,P-4,AUS,M,1 professional,P-4,AUT,M,1 professional,P-4,NAM,F,1 professional,P-4,NER,F,1 professional,P-4,NGA,F,1",
		},
		{name: "NA among names", rows: base + "NA,P-4,F\n", says: []string{`"NA" does not tell which nationality is meant (1 row: A7)`, "perhaps NAM or OTHER"}},
		{name: "NA decided", rows: base + "NA,P-4,F\n", decisions: "hr: {nationality: {\"NA\": NAM}}", counts: "general-service,G-5,FRA,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2 professional,P-4,NAM,F,1 professional,P-3,FRA,M,1"},
		{name: "told apart", rows: base + "Congolese,P-4,F\n", says: []string{`"Congolese" does not tell which nationality is meant`, "perhaps COD or COG"}},
		{name: "territory", rows: base + "Hong Kong,P-4,F\n", says: []string{`"Hong Kong" does not tell which nationality is meant`, "perhaps CHN or OTHER"}},
		{name: "near", rows: base + "Nigerria,P-4,F\n", says: []string{`"Nigerria" is no`, "perhaps NGA"}},
		{name: "two nationalities", rows: base + "FRA/ITA,P-4,F\n\"Swiss, French\",P-4,F\nBosnia/Herzegovina,P-4,F\n", counts: "general-service,G-5,FRA,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2 professional,P-4,BIH,F,1 professional,P-4,CHE,F,1 professional,P-4,FRA,F,1 professional,P-3,FRA,M,1"},
		{name: "two nationalities in words", rows: base + "Kenyan and French,P-4,F\nFrançaise et italienne,P-4,F\nFrancia y Kenya,P-4,F\nKenya - Uganda,P-4,F\nFRA;KEN,P-4,F\nFR|KE,P-4,F\n", counts: "general-service,G-5,FRA,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2 professional,P-4,FRA,F,4 professional,P-4,KEN,F,2 professional,P-3,FRA,M,1"},
		{name: "one word in doubt is not two", rows: base + "Serbia & Montenegro,P-4,F\n", says: []string{`"Serbia & Montenegro" does not tell which nationality is meant`, "perhaps SRB or MNE"}},
		{name: "NO among names", rows: base + "no,P-4,F\n", says: []string{`"no" does not tell which nationality is meant (1 row: A7)`, "perhaps NOR or OTHER"}},
		{name: "NO among codes", rows: "Nationality,Grade,Sex\nNO,P-4,F\nKE,P-4,F\n", counts: "professional,P-4,KEN,F,1 professional,P-4,NOR,F,1"},
		{name: "codes of three kinds", rows: "Nationality,Grade,Sex\n004,P-4,F\nKEN,P-4,F\nFR,P-4,F\n\"516\",P-4,F\n", counts: "professional,P-4,AFG,F,1 professional,P-4,FRA,F,1 professional,P-4,KEN,F,1 professional,P-4,NAM,F,1"},
		{name: "stateless", rows: base + "apatride,P-4,F\n", says: []string{`"apatride" does not tell which nationality is meant (1 row: A7) | answer in data/decisions.yaml, asked: hr: nationality: the alpha-3 code of a State, OTHER`, "perhaps OTHER"}},
		{name: "a former State", rows: base + "USSR,P-4,F\n", says: []string{`"USSR" does not tell which nationality is meant`, "perhaps RUS or ARM"}},
		{name: "a second column of nationalities", rows: "Nationality,Nationality 2,Grade,Sex\nKenya,France,P-4,F\nKenya,,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "letters that nobody sees", rows: "Nationality,Grade,Sex\n\u200bKenya,P\u2011\u200b4,\ufeffF\nKEN\u00ad,P\u22124,F\u200e\n", counts: "professional,P-4,KEN,F,2"},
		{name: "french sexes", rows: "Nationalité,Grade,Sexe\nKenya,P-4,F\nKenya,P-4,H\nKenya,P-4,H\n", counts: "professional,P-4,KEN,F,1 professional,P-4,KEN,M,2"},
		{name: "spanish sexes", rows: "Nacionalidad,Grado,Sexo\nKenya,P-4,M\nKenya,P-4,H\nKenya,P-4,H\n", counts: "professional,P-4,KEN,F,1 professional,P-4,KEN,M,2"},
		{name: "three letters for two sexes", rows: base + "Kenya,P-4,H\n", says: []string{`"M" under "Sex" may mean either sex, or none (2 rows: C4, C5)`}},
		{name: "one letter in spanish", rows: "Nacionalidad,Grado,Sexo\nKenya,P-4,M\n", says: []string{`"M" under "Sexo" may mean either sex`}},
		{name: "numbers", rows: "Nationality,Grade,Sex\nKenya,P-4,1\nKenya,P-4,2\n", says: []string{`"1" under "Sex"`, `"2" under "Sex"`, "perhaps F or M"}},
		{name: "numbers decided", rows: "Nationality,Grade,Sex\nKenya,P-4,1\nKenya,P-4,2\n", decisions: "hr: {sex: {Sex: {\"1\": M, \"2\": F}}}", counts: "professional,P-4,KEN,F,1 professional,P-4,KEN,M,1"},
		{name: "women and men in words", rows: "Nationality,Grade,Gender\nKenya,P-4,Woman\nKenya,P-4,m\nKenya,P-4,Non-binary\nKenya,P-4,Not stated\nKenya,P-4,W\n", counts: "professional,P-4,KEN,F,2 professional,P-4,KEN,M,1 professional,P-4,KEN,X,1 professional,P-4,KEN,U,1"},
		{name: "forms of address", rows: "Title,Nationality,Grade\nMr,Kenya,P-4\nMs,Kenya,P-4\nMrs.,Kenya,P-4\n", counts: "professional,P-4,KEN,F,2 professional,P-4,KEN,M,1"},
		{name: "grade of another category", rows: "Nationality,Grade,Sex,Category\nKenya,P-4,F,General Service\nKenya,G-5,F,General Service\n", says: []string{"P-4 is a grade of professional, but the table says general-service (1 row: B2)"}},
		{name: "grade of another category than that of the title", rows: "General Service staff 2017,,\nNationality,Grade,Sex\nKenya,P-4,F\nKenya,G-5,F\n", says: []string{"P-4 is a grade of professional, but the table says general-service (1 row: B3)"}, open: 1},
		{name: "grades of the Field Service", rows: base + "Kenya,FS-4,F\nKenya,FS6,M\n", says: []string{`"FS-4" is no grade that is known (1 row: B7) | answer in data/decisions.yaml, asked: hr: grade: a grade such as P-4, or {leave-out: "why"}`, `"FS6" is no grade that is known (1 row: B8)`}, open: 2},
		{name: "misfit decided", rows: "Nationality,Grade,Sex,Category\nKenya,P-4,F,General Service\nKenya,G-5,F,General Service\n", decisions: "hr: {misfit: {\"general-service P-4\": G-4}}", counts: "general-service,G-4,KEN,F,1 general-service,G-5,KEN,F,1"},
		{name: "category of the title", rows: "Professional staff 2017,,\nNationality,Grade,Sex\nKenya,UG,F\nKenya,P-4,F\n", counts: "professional,P-4,KEN,F,1 professional,UG,KEN,F,1"},
		{name: "grade left out", rows: base + "Kenya,SSA,F\n", decisions: "hr: {grade: {SSA: {leave-out: consultants}}}", counts: baseCounts, out: "left out: consultants 1"},
		{name: "names for sexes", rows: "Nationality,Grade,Sex\nKenya,P-4,Testov\nKenya,P-4,Testova\n", says: []string{"column C was taken for the sex by its head, but over a fifth"}, open: 2},
		{name: "too much unknown", rows: "Nationality,Grade,Sex\nKenya,Tom Testov,F\nKenya,Ann Testova,F\nKenya,P-4,F\n", says: []string{"column B was taken for the grade by its head, but over a fifth of its cells, or over 300 different values, are something else (2 rows: B2, B3)"}},
		{name: "too much unknown of a column that was decided", rows: "Nationality,Grade,Sex\nKenya,P-4,F\nLandia,P-4,F\nOtherland,P-4,F\n", decisions: "hr: {columns: {Staff: {A: nationality}}}", says: []string{"Staff.csv!Staff!A3 hr-cells-unfit: cells of the nationality hold what is no nationality (2 rows: A3, A4) | correct them in the workbook, and import again"}, open: 2},
		{name: "personal data in the column", rows: base + "ann@example.org,P-4,F\n", says: []string{"cells of the nationality hold what is no nationality (1 row: A7) | correct them in the workbook"}},
	}
}

func lines2(nation, sex string, grades ...string) []string {
	var out []string
	for _, g := range grades {
		out = append(out, nation+","+g+","+sex+",")
	}
	return out
}

func serviceScenes() []scene {
	const head = "Nationality,Grade,Sex,EOD,Separation date,Status\n"
	return []scene{
		{
			name: "service", rows: head + "Kenya,P-4,F,01.03.2010,,Active\nKenya,P-4,F,2018-01-01,,Active\nKenya,P-4,F,31.12.2017,31.12.2017,Active\nKenya,P-4,F,01.01.2001,30.12.2017,Active\nKenya,P-4,F,01.01.2001,31.12.9999,Active\nKenya,P-4,F,01.01.1900,,Retired\n",
			counts: "professional,P-4,KEN,F,3", out: "not in service by status 1; not yet in service on the cut-off date 1; separated before the cut-off date 1",
		},
		{name: "month first", rows: head + "Kenya,P-4,F,12/31/16,01/02/2018,Active\nKenya,P-4,F,1/2/18,,Active\n", counts: "professional,P-4,KEN,F,1", out: "not yet in service on the cut-off date 1"},
		{name: "order does not matter", rows: head + "Kenya,P-4,F,1/2/16,,Active\n", counts: "professional,P-4,KEN,F,1"},
		{name: "order matters", rows: head + "Kenya,P-4,F,1/2/16,12/11/2017,Active\nKenya,P-4,F,1/1/16,1/12/2018,Active\nKenya,P-4,F,1/1/16,12/1/2017,Active\n", counts: "professional,P-4,KEN,F,1", out: "separated before the cut-off date 2"},
		{name: "order in question", asOf: "2017-06-30", rows: head + "Kenya,P-4,F,01/07/2017,,Active\n", says: []string{`dates under "EOD" such as 01/02/2017 can be read in two ways (1 row: D2)`}},
		{name: "day first decided", asOf: "2017-06-30", rows: head + "Kenya,P-4,F,01/07/2017,,Active\nKenya,P-5,F,07/01/2017,,Active\n", decisions: "hr: {dates: {EOD: day-first}}", counts: "professional,P-5,KEN,F,1", out: "not yet in service on the cut-off date 1"},
		{name: "month first decided", asOf: "2017-06-30", rows: head + "Kenya,P-4,F,01/07/2017,,Active\nKenya,P-5,F,07/01/2017,,Active\n", decisions: "hr: {dates: {EOD: month-first}}", counts: "professional,P-4,KEN,F,1", out: "not yet in service on the cut-off date 1"},
		{name: "day first proven", asOf: "2017-06-30", rows: head + "Kenya,P-4,F,01/07/2017,,Active\nKenya,P-5,F,31/01/2016,,Active\n", counts: "professional,P-5,KEN,F,1", out: "not yet in service on the cut-off date 1"},
		{name: "month first proven", asOf: "2017-06-30", rows: head + "Kenya,P-4,F,01/07/2017,,Active\nKenya,P-5,F,01/31/2016,,Active\n", counts: "professional,P-5,KEN,F,1 professional,P-4,KEN,F,1"},
		{name: "order decided wrongly", asOf: "2017-06-30", rows: head + "Kenya,P-4,F,01/07/2017,,Active\n", decisions: "hr: {dates: {EOD: first}}", says: []string{`the answer "first" is not an order`}},
		{name: "a date that is in doubt", rows: head + strings.Repeat("Kenya,P-4,F,2010-01-01,,Active\n", 5) + "Kenya,P-4,F,2010-01-01,?,Active\n" + strings.Repeat("Kenya,P-4,F,2010-01-01,2018-01-01,Active\n", 5), says: []string{"cells of the separation hold no date that exists (1 row: E7)"}},
		{name: "a date that is none", rows: head + "Kenya,P-4,F,2010-01-01,01.01.1900,Active\nKenya,P-4,F,2010-01-01,2017,Active\n" + strings.Repeat("Kenya,P-4,F,2010-01-01,1.1.2020,Active\n", 4), says: []string{"cells of the separation hold no date that exists (1 row: E3)"}},
		{name: "no date of separation", rows: head + "Kenya,P-4,F,2010-01-01,00.00.0000,Active\nKenya,P-4,F,2010-01-01,0000-00-00,Active\nKenya,P-4,F,2010-01-01,-,Active\nKenya,P-4,F,2010-01-01,N/A,Active\nKenya,P-4,F,2010-01-01,NULL,Active\nKenya,P-4,F,2010-01-01,open,Active\nKenya,P-4,F,2010-01-01,0,Active\nKenya,P-4,F,2010-01-01,31/12/9999,Active\nKenya,P-4,F,2010-01-01,9999-12-31 00:00:00,Active\n", counts: "professional,P-4,KEN,F,9"},
		{name: "dates in all forms", asOf: "2010-02-28", rows: head + entered("1 Mar 2010", "01-Mar-10", "2010/03/01", "20100301", "01.03.2010 00:00:00", "1 mars 2010", "1er mars 2010", "1 de marzo de 2010", "2010-03-01T00:00:00Z", "40238", "40238.5", "1.3.10", "01/03/2010", "13/03/2010", "28.02.2010"), counts: "professional,P-4,KEN,F,1", out: "not yet in service on the cut-off date 14"},
		{name: "one person, numbers written in several ways", files: func(testing.TB) []given {
			return []given{{"HQ.csv", []byte("ID,Nationality,Grade,Sex\n00071,Kenya,P-4,F\n00082,Kenya,P-4,F\n")}, {"Field.csv", []byte("ID,Nationality,Grade,Sex\n71,Kenya,P-4,F\n82.0,Kenya,P-4,F\n93,Kenya,P-5,F\n")}}
		}, counts: "professional,P-5,KEN,F,1 professional,P-4,KEN,F,2", out: "further row of a person who is counted 2"},
		{name: "separated in 1900", rows: head + "Kenya,P-4,F,2010-01-01,01.01.1900,Active\n", counts: "professional,P-4,KEN,F,1"},
		{name: "came back", rows: "Staff ID,Nationality,Grade,Sex,Separation date\n7,Kenya,P-5,F,2012-03-31\n7,Kenya,P-4,F,\n", counts: "professional,P-4,KEN,F,1", out: "separated before the cut-off date 1"},
		{name: "impossible mix", rows: head + "Kenya,P-4,F,31/12/2016,,Active\nKenya,P-4,F,12/31/2016,,Active\n", says: []string{"cells of the entry put the day first in some and the month first in others (2 rows: D2, D3)"}},
		{name: "no date", rows: head + strings.Repeat("Kenya,P-4,F,2016-01-01,,Active\n", 5) + "Kenya,P-4,F,31.02.2016,,Active\n", says: []string{"cells of the entry hold no date that exists (1 row: D7)"}},
		{name: "unknown status", rows: head + strings.Repeat("Kenya,P-4,F,2016-01-01,,Active\n", 5) + "Kenya,P-4,F,2016-01-01,,LWOP\n", says: []string{`does "LWOP" count (status) (1 row: F7)`}},
		{name: "status decided", rows: head + "Kenya,P-4,F,2016-01-01,,LWOP\nKenya,P-4,F,2016-01-01,,Gone\n", decisions: "hr: {status: {LWOP: count, Gone: {leave-out: away}}}", counts: "professional,P-4,KEN,F,1", out: "left out: away 1"},
		{
			name: "rules of the edition", rows: "Nationality,Grade,Sex,Contract type\nKenya,P-4,F,JPO\nKenya,P-4,F,Fixed-term\nKenya,P-4,F,Consultant\nKenya,P-4,F,Loan\n",
			rules:  `{rules: [{leave_out: on loan, contract: [Loan]}, {count: staff, contract: [JPO]}]}`,
			counts: "professional,P-4,KEN,F,2", out: "no contract of staff 1; on loan 1",
		},
		{name: "not asked of those who do not count", rows: head + strings.Repeat("Kenya,P-4,F,2016-01-01,,Active\n", 9) + "Kenya,XX,F,2018-01-01,,Active\n", counts: "professional,P-4,KEN,F,9", out: "not yet in service on the cut-off date 1"},
		{name: "another year", rows: "Year,Nationality,Grade,Sex\n2016,Kenya,P-4,F\n2017,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,1", out: "row of another year 1"},
		{name: "one person, rows alike", rows: "Staff ID,Nationality,Grade,Sex\n7,Kenya,P-4,F\n7,Kenya,P-4,F\n8,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2", out: "further row of a person who is counted 1"},
		{name: "one person, rows differ", rows: "Staff ID,Nationality,Grade,Sex\n7,Kenya,P-4,F\n7,Kenya,P-5,F\n", says: []string{"rows of one person differ in grade, nationality or sex; each person counts once (2 rows: 2, 3)"}},
		{name: "one person, the highest grade", rows: "Staff ID,Nationality,Grade,Sex\n7,Kenya,P-4,F\n7,Kenya,P-5,F\n", decisions: `hr: {persons: {"2017 Staff": highest}}`, counts: "professional,P-5,KEN,F,1", out: "further row of a person who is counted 1"},
		{name: "one person, the latest", rows: "Staff ID,Nationality,Grade,Sex,EOD\n7,Kenya,P-5,F,2011-01-01\n7,Kenya,P-4,F,2014-01-01\n", decisions: `hr: {persons: {"2017 Staff": latest}}`, counts: "professional,P-4,KEN,F,1", out: "further row of a person who is counted 1"},
		{name: "a column that counts the rows", files: func(testing.TB) []given {
			return []given{{"HQ.csv", []byte("ID,Nationality,Grade,Sex\n1,Kenya,P-4,F\n2,Kenya,P-4,F\n")}, {"Field.csv", []byte("ID,Nationality,Grade,Sex\n1,Kenya,P-4,F\n2,Kenya,P-5,F\n3,Kenya,P-5,F\n")}}
		}, counts: "professional,P-5,KEN,F,2 professional,P-4,KEN,F,3"},
		{name: "one person in two files", files: func(testing.TB) []given {
			return []given{{"HQ.csv", []byte("ID,Nationality,Grade,Sex\n71,Kenya,P-4,F\n82,Kenya,P-4,F\n")}, {"Field.csv", []byte("ID,Nationality,Grade,Sex\n71,Kenya,P-4,F\n92,Kenya,P-5,F\n93,Kenya,P-5,F\n")}}
		}, counts: "professional,P-5,KEN,F,2 professional,P-4,KEN,F,2", out: "further row of a person who is counted 1"},
		{
			name: "as SAP exports", rows: "PersNo,Last name,Gender Key,Nat,Nationality,EEGrp,Employee Group,Employee Subgroup,PS group,Lv,Entry,Leaving date\n" +
				"00001001,Testov,Female,KE,Kenyan,1,Staff,Fixed-term,P-4,04,01.02.2010,31.12.9999\n00001001,Testov,Female,KE,Kenyan,1,Staff,Fixed-term,P-4,04,01.02.2010,31.12.9999\n" +
				"00001002,Testov,Male,NA,Namibian,1,Staff,Fixed-term,G-5,04,01.02.2018,31.12.9999\n00001003,Testov,Not declared,FR,French,1,Staff,Fixed-term,NO-A,04,13.02.2010,00.00.0000\n",
			counts: "national-officer,NO-A,FRA,U,1 professional,P-4,KEN,F,1", out: "not yet in service on the cut-off date 1; further row of a person who is counted 1",
		},
		{name: "active or not, with more in the head", rows: "Nationality,Grade,Sex,Active status (yes/no)\nKenya,P-4,F,Yes\nKenya,P-4,F,No\n", counts: "professional,P-4,KEN,F,1", out: "not in service by status 1"},
		{name: "active or not", rows: "Nationality,Grade,Sex,Active\nKenya,P-4,F,Yes\nKenya,P-4,F,No\n", counts: "professional,P-4,KEN,F,1", out: "not in service by status 1"},
		{name: "different persons", rows: "Staff ID,Nationality,Grade,Sex\n7,Kenya,P-4,F\n7,Kenya,P-5,F\n", decisions: `hr: {persons: {"2017 Staff": each}}`, counts: "professional,P-5,KEN,F,1 professional,P-4,KEN,F,1"},
		{name: "answer of last year", rows: "Staff ID,Nationality,Grade,Sex\n7,Kenya,P-4,F\n7,Kenya,P-5,F\n", decisions: `hr: {persons: {"2016 Staff": each}}`, says: []string{"rows of one person differ"}},
	}
}

// entered is a row for each date of entry.
func entered(dates ...string) string {
	var b strings.Builder
	for _, d := range dates {
		b.WriteString("Kenya,P-4,F," + d + ",,Active\n")
	}
	return b.String()
}

func rowScenes() []scene {
	return []scene{
		{name: "totals agree", rows: base + "Total,,5\n\nCompiled by Testov\n", counts: baseCounts, out: "row of totals 1; note below the table 1; blank row 1"},
		{name: "totals differ", rows: base + "Total,,6\n", says: []string{"Staff.csv!Staff!C7 hr-ask-totals: Staff states 6 as the number of persons, where its rows make 5"}},
		{name: "totals decided", rows: base + "Total,,6\n", decisions: `hr: {totals: {"2017 Staff": count}}`, counts: baseCounts, out: "row of totals 1"},
		{name: "a person called Total", rows: "Surname,Nationality,Grade,Sex\nTotal,Kenya,P-4,F\nTestov,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "values like heads", rows: "Grade,Post grade,Nationality,Sex,Sex of child\nP-4,P-5,Kenya,F,M\n", counts: "professional,P-4,KEN,F,1"},
		{name: "the better head", rows: "Country,Nationality,Grade,Sex\nKenya,France,P-4,F\n", counts: "professional,P-4,FRA,F,1"},
		{name: "countries of a list", rows: "Country,Level,Title\nKenya,P-4,Ms\nKenya,P-3,Mr\n", says: []string{"column A, Country, holds countries, which may be nationalities or not"}, open: 2},
		{name: "countries that are nationalities", rows: "Country,Level,Title\nKenya,P-4,Ms\nKenya,P-3,Mr\n", decisions: "hr: {columns: {Staff: {A: nationality}}}", counts: "professional,P-4,KEN,F,1 professional,P-3,KEN,M,1"},
		{name: "a weak head of something else", rows: "Country,Level,Title\nKenya,P-4,Head of unit\nKenya,P-3,Clerk\n", says: []string{"no column was recognized as sex"}},
		{name: "subtotals", rows: "Nationality,Grade,Sex\nKenya,P-4,F\nKenya,P-4,F\nSub-total,,2\nKenya,P-5,F\nSubtotal,1\nGrand Total: 3\n", counts: "professional,P-5,KEN,F,1 professional,P-4,KEN,F,2", out: "row of totals 3"},
		{name: "heads repeated", rows: base + "Nationality,Grade,Sex\n" + strings.TrimPrefix(base, "Nationality,Grade,Sex\n"), counts: strings.NewReplacer("M,1", "M,2", "F,1", "F,2", "F,2", "F,4").Replace(baseCounts), out: "head of columns repeated 1"},
		{name: "groups", rows: "Name,Nationality,Grade,Sex\nHeadquarters,,,\nTestov,Kenya,P-4,F\nField,,,\nTestova,Kenya,P-4,F\n", says: []string{"rows among the persons hold one cell only: heads of groups, or persons of whom the rest is missing (2 rows: 2, 4)"}},
		{name: "groups left out", rows: "Name,Nationality,Grade,Sex\nHeadquarters,,,\nTestov,Kenya,P-4,F\nField,,,\nTestova,Kenya,P-4,F\n", decisions: `hr: {rows: {"2017 Staff one cell": {leave-out: "heads of groups"}}}`, counts: "professional,P-4,KEN,F,2", out: "left out: heads of groups 2"},
		{name: "half finished", rows: "ID,Name,Nationality,Grade,Sex\n1,Testov,Kenya,P-4,F\n2,Testova,,,\n3,Testski,Kenya,,F\n", says: []string{"the nationality is empty; the workbook may not be finished (1 row: C3)", "the grade is empty; the workbook may not be finished (2 rows: D3, D4)", `the sex under "Sex" is empty (1 row: E3)`}},
		{name: "no column of sexes", rows: "Nationality,Grade,Posting\nKenya,P-4,Nairobi\n", says: []string{`no column was recognized as sex in the row of heads | name the column in the workbook, or write in data/decisions.yaml which it is, such as hr: {columns: {"Staff": {C: sex}}}; not in use: C`}},
		{name: "column that looks like it", rows: "Geschlecht,Besoldung,Staat,Nationality,Grade\nF,x,Kenya,Kenya,P-4\nM,x,Kenya,France,P-4\n", says: []string{`hr: {columns: {"Staff": {A: sex}}}; column A holds what looks like the sex`}},
		{name: "column decided", rows: "Staatsangehörigkeit,Grade,Sex\nKenya,P-4,F\n", decisions: "hr: {columns: {Staff: {A: nationality}}}", counts: "professional,P-4,KEN,F,1"},
		{name: "column decided wrongly", rows: "Staatsangehörigkeit,Grade,Sex\nKenya,P-4,F\n", decisions: "hr: {columns: {Staff: {A: nation}}}", says: []string{`the answer "nation" is not the use of a column`}},
		{name: "no table", rows: "Dear colleague,\nthe list follows.\n", says: []string{"no row of heads was found that names nationality, grade and sex"}},
		{name: "columns of little use", rows: "Surname,Nationality of spouse,Nationality,Grade date,Post grade,Grade,Sex of child,Sex\nTestov,France,Kenya,2016,P-5,P-4,M,F\n", counts: "professional,P-4,KEN,F,1"},
		{name: "another table below", rows: base + "\nGrade,Sex,Nationality\nP-4,F,Kenya\n", says: []string{"another table begins here"}},
	}
}
