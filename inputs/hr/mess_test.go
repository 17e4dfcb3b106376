package hr

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/edition"
	"assemble/inputs/strict"

	"github.com/xuri/excelize/v2"
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
	for _, list := range [][]scene{valueScenes(), serviceScenes(), sheetScenes(), rowScenes(), tableScenes()} {
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
		{name: "misfit decided", rows: "Nationality,Grade,Sex,Category\nKenya,P-4,F,General Service\nKenya,G-5,F,General Service\n", decisions: "hr: {misfit: {\"general-service P-4\": G-4}}", counts: "general-service,G-4,KEN,F,1 general-service,G-5,KEN,F,1"},
		{name: "category of the title", rows: "Professional staff 2017,,\nNationality,Grade,Sex\nKenya,UG,F\nKenya,P-4,F\n", counts: "professional,P-4,KEN,F,1 professional,UG,KEN,F,1"},
		{name: "grade left out", rows: base + "Kenya,SSA,F\n", decisions: "hr: {grade: {SSA: {leave-out: consultants}}}", counts: baseCounts, out: "left out: consultants 1"},
		{name: "names for sexes", rows: "Nationality,Grade,Sex\nKenya,P-4,Testov\nKenya,P-4,Testova\n", says: []string{"column C was taken for the sex by its head, but over a fifth"}, open: 2},
		{name: "too much unknown", rows: "Nationality,Grade,Sex\nKenya,Tom Testov,F\nKenya,Ann Testova,F\nKenya,P-4,F\n", says: []string{"column B was taken for the grade by its head, but over a fifth of its cells, or over 300 different values, are something else (2 rows: B2, B3)"}},
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

// staffBook is a workbook of one list, whose rows 2 to 6 are those of base.
func staffBook(change func(f *excelize.File)) func(t testing.TB) []given {
	return func(t testing.TB) []given {
		return []given{workbook(t, "staff.xlsx", func(f *excelize.File) {
			_ = f.SetSheetName("Sheet1", "Staff")
			for i, line := range strings.Split(strings.TrimSpace(base), "\n") {
				var cells []any
				for c := range strings.SplitSeq(line, ",") {
					cells = append(cells, c)
				}
				put(f, "Staff", i+1, cells...)
			}
			change(f)
		})}
	}
}

func hide(f *excelize.File) {
	_ = f.SetRowVisible("Staff", 4, false)
	_ = f.SetRowVisible("Staff", 5, false)
}

func secondSheet(name string, visible bool) func(f *excelize.File) {
	return func(f *excelize.File) {
		_, _ = f.NewSheet(name)
		put(f, name, 1, "Nationality", "Grade", "Sex")
		put(f, name, 2, "Ghana", "P-2", "M")
		_ = f.SetSheetVisible(name, visible)
	}
}

// otherTables adds sheets that are no lists of staff.
func otherTables(f *excelize.File) {
	for _, x := range []struct {
		name string
		rows [][]any
	}{
		{"Grades", [][]any{{"Grade", "Category"}, {"P-4", "Professional"}, {"G-5", "General Service"}}},
		{"Countries", [][]any{{"Country", "Code", "Remark"}, {"Kenya", "KEN", "Kenyan"}, {"France", "FRA", "French"}}},
		{"Leavers", [][]any{{"Surname", "Grade", "Sex"}, {"Testov", "P-4", "F"}}},
		{"Summary", [][]any{{"Category", "F", "M", "Total"}, {"Professional", 2, 1, 3}, {"General Service", nil, 1, 1}, {"National Officers", 1, nil, 1}, {"Total", 3, 2, 5}}},
		{"By grade", [][]any{{"Level", "Women", "Men", "% women"}, {"P-4", 2, nil, 1.0}, {"P-3", nil, 1, 0.0}}},
		{"By duty station", [][]any{{"Duty station", "Professional", "General Service", "Total"}, {"Nairobi", 2, 1, 3}, {"Geneva", 2, nil, 2}}},
		{"Ages", [][]any{{"Age group", "F", "M", "Total"}, {"25-34", 1, 1, 2}, {"35-44", 2, 1, 3}}},
	} {
		_, _ = f.NewSheet(x.name)
		for i, r := range x.rows {
			put(f, x.name, i+1, r...)
		}
	}
}

func sheetScenes() []scene {
	const without = "national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2"
	const both = "general-service,G-5,FRA,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2 professional,P-3,FRA,M,1 professional,P-2,GHA,M,1"
	return []scene{
		{name: "hidden rows", files: staffBook(hide), says: []string{"staff.xlsx!Staff!4 hr-ask-hidden-rows: rows of the table are hidden by hand or in a closed group", "(2 rows: 4, 5)"}, open: 2},
		{name: "hidden rows left out", files: staffBook(hide), decisions: `hr: {hidden_rows: {"2017 Staff!4-5": {leave-out: "filtered leavers"}}}`, counts: without, out: "left out: filtered leavers 2"},
		{name: "hidden rows counted", files: staffBook(hide), decisions: `hr: {hidden_rows: {"Staff!4-5": count}}`, counts: baseCounts},
		{name: "other rows were decided", files: staffBook(hide), decisions: `hr: {hidden_rows: {"2016 Staff!4-5": count, "2017 Staff!4": count}}`, says: []string{"hr-ask-hidden-rows"}},
		{name: "hidden sheet", files: staffBook(secondSheet("Old", false)), says: []string{"the sheet Old is hidden and holds 1 row"}, open: 1},
		{name: "hidden sheet left out", files: staffBook(secondSheet("Old", false)), decisions: `hr: {sheets: {"2017 Old": {leave-out: "last year's"}}}`, counts: baseCounts},
		{name: "hidden sheet counted", files: staffBook(secondSheet("Old", false)), decisions: `hr: {sheets: {"2017 Old": count}}`, counts: both},
		{name: "two sheets", files: staffBook(secondSheet("Field", true)), counts: both},
		{name: "one sheet asked for", files: staffBook(secondSheet("Field", true)), sheet: "Staff", counts: baseCounts},
		{name: "lists of codes and tables by other things", files: staffBook(otherTables), says: []string{
			`staff.xlsx!Grades!1 hr-ask-sheets: no column was recognized as nationality, nor as sex in the row of heads | answer in data/decisions.yaml, asked: hr: sheets: {leave-out: "no list of staff"} if it is none; else name the column in the workbook`,
			"staff.xlsx!Leavers!1 hr-ask-sheets: no column was recognized as nationality",
		}, open: 3},
		{name: "lists of codes left out", files: staffBook(otherTables), decisions: `hr: {sheets: {"2017 Grades": {leave-out: codes}, "2017 Leavers": {leave-out: leavers}}}`, counts: baseCounts, out: "row of totals 1; compared with the counts, not added 5"},
		{name: "a table by category that differs", files: staffBook(func(f *excelize.File) {
			_, _ = f.NewSheet("Summary")
			put(f, "Summary", 1, "Category", "F", "M", "Total")
			put(f, "Summary", 2, "Professional", 3, 1, 4)
		}), says: []string{"the table of counts on Summary differs from the rows that were counted: F 3, not 2"}},
		{name: "a table by nationality and sex", files: staffBook(func(f *excelize.File) {
			_, _ = f.NewSheet("Pivot")
			put(f, "Pivot", 1, "Row Labels", "F", "M", "Grand Total")
			put(f, "Pivot", 2, "Albania", 2, nil, 2)
			put(f, "Pivot", 3, "France", nil, 2, 2)
			put(f, "Pivot", 4, "Kenya", 1, nil, 1)
			put(f, "Pivot", 5, "Grand Total", 3, 2, 5)
		}), counts: baseCounts, out: "row of totals 1; compared with the counts, not added 3"},
		{name: "a sheet of last year", files: staffBook(secondSheet("Staff 2016", true)), says: []string{"the name of the sheet names 2016, not 2017 | answer in data/decisions.yaml, asked: hr: years: 2017 if the table tells of it all the same"}, open: 1},
		{name: "a file of the day of a run", files: func(testing.TB) []given { return []given{{"export-2018-01-02 staff_20180102.csv", []byte(base)}} }, counts: baseCounts},
		{name: "no such sheet", files: staffBook(secondSheet("Field", true)), sheet: "Staf", says: []string{`there is no sheet "Staf" | name one of Staff, Field`}},
		{name: "a copy", files: staffBook(func(f *excelize.File) { _, _ = f.NewSheet("Copy"); _ = f.CopySheet(0, 1) }), says: []string{"Copy makes the same counts as Staff; it may be a copy"}},
		{name: "a copy left out", files: staffBook(func(f *excelize.File) { _, _ = f.NewSheet("Copy"); _ = f.CopySheet(0, 1) }), decisions: `hr: {sheets: {"2017 Copy": {leave-out: "a copy"}}}`, counts: baseCounts, out: "left out: a copy 5"},
		{name: "hidden column", files: staffBook(func(f *excelize.File) { _ = f.SetColVisible("Staff", "B", false) }), says: []string{"column B, the grade, is hidden"}, open: 5},
		{name: "hidden column used", files: staffBook(func(f *excelize.File) { _ = f.SetColVisible("Staff", "B", false) }), decisions: `hr: {hidden_columns: {"2017 Staff!B": use}}`, counts: baseCounts},
		{name: "filter", files: staffBook(func(f *excelize.File) { _ = f.AutoFilter("Staff", "A1:C6", nil); hide(f) }), says: []string{"rows of the table are hidden by a filter"}},
		{name: "formula without value", files: staffBook(func(f *excelize.File) {
			_ = f.SetCellValue("Staff", "B3", nil)
			_ = f.SetCellFormula("Staff", "B3", "B2")
		}), says: []string{"cells of the grade hold a formula whose value is not stored (1 row: B3) | open the workbook in Excel"}},
		{name: "formula with its value", files: staffBook(func(f *excelize.File) {
			_ = f.SetCellInt("Staff", "A6", 404)
			_ = f.SetCellFormula("Staff", "A6", `VLOOKUP(F6,[1]Codes!A:B,2,FALSE)`)
		}), counts: baseCounts},
		{name: "a total without its value", files: func(t testing.TB) []given {
			return []given{workbook(t, "pivot.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Nationality", "Sex", "P-3", "P-4", "Total")
				put(f, "Sheet1", 2, "Kenya", "F", 1, 2)
				put(f, "Sheet1", 3, "France", "F", 3, nil, 3)
				_ = f.SetCellFormula("Sheet1", "E2", "SUM(C2:D2)")
				put(f, "Sheet1", 4, "Total")
				_ = f.SetCellFormula("Sheet1", "C4", "SUM(C2:C3)")
			})}
		}, counts: "professional,P-4,KEN,F,2 professional,P-3,FRA,F,3 professional,P-3,KEN,F,1", out: "row of totals 1"},
		{name: "a count without its value", files: func(t testing.TB) []given {
			return []given{workbook(t, "pivot.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Nationality", "Sex", "P-3", "P-4", "Total")
				put(f, "Sheet1", 2, "Kenya", "F", 1, nil, 3)
				_ = f.SetCellFormula("Sheet1", "D2", "1+1")
			})}
		}, says: []string{"cells of the headcount hold a formula whose value is not stored (1 row: D2)"}, open: 1},
		{name: "numbers kept as text", files: func(t testing.TB) []given {
			return []given{workbook(t, "counts.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Nationality", "Sex", "Grade", "Number of staff")
				for i, n := range []string{"1\u00a0200", "1\u202f200", "1 200", "1\u2009200", "1'200", "1’200", " 1200 ", "1200"} {
					put(f, "Sheet1", i+2, "Kenya", "F", "P-4", n)
				}
				put(f, "Sheet1", 10, "Kenya", "F", "P-4", 1200.0)
				put(f, "Sheet1", 11, "Total", nil, nil, "10 800")
			})}
		}, counts: "professional,P-4,KEN,F,10800", out: "row of totals 1"},
		{name: "a negative count", rows: "Nationality,Sex,Grade,Headcount\nKenya,F,P-4,3\nKenya,F,P-5,12-\n", says: []string{"cells of the headcount hold no whole number of persons (1 row: D3)"}},
		{name: "an error among the sexes", rows: base + "Kenya,P-4,#REF!\n", says: []string{"Staff.csv!Staff!C7 hr-cells-error: cells of the sex hold an error value such as #REF! (1 row: C7)"}, open: 1},
		{name: "dates with and without a format", asOf: "2017-06-30", files: staffBook(func(f *excelize.File) {
			style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
			put(f, "Staff", 1, "Nationality", "Grade", "Sex", "EOD")
			for i, day := range []any{42916, 42917, "30.06.2017", "01.07.2017", 42916.75} { // 42916 is 2017-06-30
				_ = f.SetCellValue("Staff", fmt.Sprintf("D%d", i+2), day)
			}
			_ = f.SetCellStyle("Staff", "D2", "D3", style)
		}), counts: "national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,1 professional,P-3,FRA,M,1", out: "not yet in service on the cut-off date 2"},
		{name: "codes of M49", files: staffBook(func(f *excelize.File) {
			for i, code := range []int{4, 8, 250, 516, 404} {
				_ = f.SetCellInt("Staff", fmt.Sprintf("A%d", i+2), int64(code))
			}
		}), counts: "general-service,G-5,NAM,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,AFG,F,1 professional,P-4,ALB,F,1 professional,P-3,FRA,M,1"},
		{name: "serial dates of 1904", files: staffBook(func(f *excelize.File) {
			yes := true
			_ = f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
			put(f, "Staff", 1, "Nationality", "Grade", "Sex", "EOD")
			for i := range 5 {
				_ = f.SetCellInt("Staff", fmt.Sprintf("D%d", i+2), int64(41637+i)) // 2017-12-30 and on
			}
		}), counts: "professional,P-4,ALB,F,2", out: "not yet in service on the cut-off date 3"},
		{name: "title of another year", rows: "Staff as at 31 December 2016\n" + base, says: []string{"the title of the table names 2016, not 2017 | answer in data/decisions.yaml, asked: hr: years: 2017 if the table tells of it all the same; if not, import the right workbook, or with --year 2016"}, open: 5},
		{name: "title decided", rows: "Staff as at 31 December 2016\n" + base, decisions: `hr: {years: {"2017 Staff": "2017"}}`, counts: baseCounts},
		{name: "run in the year after", rows: "Staff 2017; run on 2 January 2018\n" + base, counts: baseCounts},
	}
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

func tableScenes() []scene {
	pivot := "Nationality,P-4,,P-5,,Total\n,F,M,F,M,\nKenya,1,2,,1,4\nFrance,,,3,,3\nTotal,1,2,3,1,7\n"
	const counted = "professional,P-5,FRA,F,3 professional,P-5,KEN,M,1 professional,P-4,KEN,F,1 professional,P-4,KEN,M,2"
	return []scene{
		{name: "pivot", rows: pivot, counts: counted, out: "row of totals 1"},
		{name: "pivot of sexes below", rows: "Nationality,Sex,P-4,P-5,P-3,Total\nKenya,F,1,,,1\nKenya,M,2,1,,3\nFrance,F,,3,,3\n", counts: counted},
		{name: "pivot of sexes beside", rows: "Nationality,Grade,F,M,Total\nKenya,P-4,1,2,3\nKenya,P-5,,1,1\nFrance,P-5,3,,3\n", counts: counted},
		{name: "row total differs", rows: strings.Replace(pivot, "1,4", "1,5", 1), says: []string{"states 7 as the sum of column F, where its rows make 8, and 1 total more that differs"}},
		{name: "column total differs", rows: strings.Replace(pivot, "Total,1,2,3", "Total,1,2,4", 1), says: []string{"states 4 as the sum of column D, where its rows make 3"}},
		{name: "no whole number", rows: strings.Replace(pivot, "3,,3", "3.5,,3", 1), says: []string{"cells of the headcount hold no whole number of persons (1 row: D4)"}},
		{name: "pivot without sexes", rows: "Nationality,P-3,P-4,P-5\nKenya,1,2,3\n", says: []string{"a table of counts without sex cannot be counted alone"}},
		{name: "list of counts", rows: "Nationality,Grade,Sex,Headcount\nKenya,P-4,F,2\nKenya,P-5,M,0\nKenya,P-3,M,1 200\n", counts: "professional,P-4,KEN,F,2 professional,P-3,KEN,M,1200", out: "no persons in the row 1"},
		{name: "numbers of rows", rows: "Number,Nationality,Grade,Sex\n11,Kenya,P-4,F\n12,Kenya,P-4,F\n13,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,3"},
		{name: "numbers of persons by name", rows: "Número,Apellidos,Nacionalidad,Grado,Sexo\n101,Prueba,Kenya,P-4,F\n107,Prueba,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "names under Nombre", rows: "Nombre,Nacionalidad,Grado,Sexo\nPrueba,Kenya,P-4,F\nEjemplo,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "numbers of something", rows: "Number,Nationality,Grade,Sex\n5,Kenya,P-4,F\n2,Kenya,P-3,F\n", says: []string{"column A, Number, may say how many persons each row stands for, or be a number of the row | answer in data/decisions.yaml, asked: hr: columns: headcount if"}, open: 2},
		{name: "numbers of something decided", rows: "Number,Nationality,Grade,Sex\n5,Kenya,P-4,F\n2,Kenya,P-3,F\n", decisions: "hr: {columns: {Staff: {A: headcount}}}", counts: "professional,P-4,KEN,F,5 professional,P-3,KEN,F,2"},
		{name: "a weak head of counts", rows: "Count,Nationality,Grade,Sex\n5,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,5"},
		{name: "ambiguous number", rows: "Nationality,Grade,Sex,Headcount\nKenya,P-4,F,1.467\n", says: []string{"numbers of the column D such as 0.000 can be read in two ways"}},
		{name: "ambiguous number decided", rows: "Nationality,Grade,Sex,Headcount\nKenya,P-4,F,1.467\n", decisions: "hr: {numbers: {Staff: thousands}}", counts: "professional,P-4,KEN,F,1467"},
		{name: "pivot of grades and sexes in one head", rows: "Nationality,P-4 F,P-4 (M),Women P-5,P-5/M,Total P-4\nKenya,1,2,,1,3\nFrance,,,3,,0\n", counts: counted},
		{name: "pivot of nationalities in the head", rows: "Grade,Sex,Kenya,France,Ghana,Total\nP-4,F,1,,,1\nP-4,M,2,,,2\nP-5,F,,3,,3\nP-5,M,1,,,1\nTotal,,4,3,0,7\n", counts: counted, out: "row of totals 1"},
		{name: "a nationality of the head in doubt", rows: "Grade,Sex,Kenya,France,Korea\nP-4,F,1,,\nP-5,F,,3,2\nP-5,M,1,,\n", says: []string{`"Korea" in the heads of columns does not tell which nationality is meant (1 row: E3) | answer in data/decisions.yaml, asked: hr: nationality:`, "perhaps KOR or PRK"}, open: 1},
		{name: "a nationality of the head decided", rows: "Grade,Sex,Kenya,France,Korea\nP-4,F,1,,\nP-5,F,,3,2\n", decisions: "hr: {nationality: {Korea: KOR}}", counts: "professional,P-5,FRA,F,3 professional,P-5,KOR,F,2 professional,P-4,KEN,F,1"},
		{name: "a nationality of the head left out", rows: "Grade,Sex,Kenya,France,Korea\nP-4,F,1,,\nP-5,F,,3,2\n", decisions: "hr: {nationality: {Korea: {leave-out: \"counted elsewhere\"}}}", counts: "professional,P-5,FRA,F,3 professional,P-4,KEN,F,1"},
		{name: "a column without a known head", rows: strings.NewReplacer("Total\n", "ASG,Total\n", "4\n", "2,4\n", ",3\n", ",,3\n", ",\n", ",,\n", "7\n", "2,7\n").Replace(pivot), says: []string{"Staff.csv!Staff!F hr-ask-columns: column F stands among the columns of counts and holds whole numbers, but its head is not known | answer in data/decisions.yaml, asked: hr: columns: ignore if they are no persons"}, open: 2},
		{name: "a column that is ignored", rows: strings.NewReplacer("Total\n", "Posts,Total\n", "4\n", "2,4\n", ",3\n", ",,3\n", ",\n", ",,\n", "7\n", "2,7\n").Replace(pivot), decisions: "hr: {columns: {Staff: {F: ignore}}}", counts: counted, out: "row of totals 1"},
		{name: "columns of shares and of remarks", rows: "Nationality,Sex,P-4,P-5,% of all,Share,Remark\nKenya,F,1,,14,0.14,new\nKenya,M,2,1,43,0.43,\nFrance,F,,3,43,0.43,\n", counts: counted},
		{name: "labels in one column", rows: "Row Labels,F,M,Grand Total\nProfessional,4,3,7\nP-4,1,2,3\nKenya,1,2,3\nP-5,3,1,4\nFrance,3,,3\nKenya,,1,1\nGrand Total,4,3,7\n", counts: counted, out: "head of a group 3; row of totals 1"},
		{name: "labels under the head of another", rows: "Nationality,F,M\nP-4,1,2\nKenya,1,2\nP-5,3,1\nFrance,3,\nKenya,,1\n", counts: counted, out: "head of a group 2"},
		{name: "a group whose sum differs", rows: "Row Labels,F,M\nP-4,1,2\nKenya,1,2\nP-5,4,1\nFrance,3,\nKenya,,1\n", says: []string{"Staff.csv!Staff!B4 hr-ask-totals: Staff states 4 as the sum of a group, where its rows make 3"}},
		{name: "a group that is closed", rows: "Row Labels,F,M\nP-4,1,2\nKenya,1,2\nP-5,3,1\nD-1,1,\nFrance,1,\n", says: []string{"Staff.csv!Staff!4 hr-cells-closed: groups of the table state persons, but have no rows (1 row: 4) | open all groups of the pivot table (Expand Entire Field)"}, open: 1},
		{name: "an unknown label", rows: "Row Labels,F,M\nP-4,1,2\nKenya,1,2\nP-5,3,1\nFrance,3,\nNigerria,,1\nGhana,,\nMali,,\n", says: []string{`"Nigerria" is no nationality that is known (1 row: A6)`, "perhaps NGA"}, open: 1},
		{name: "codes that are words too", rows: ",F,M,Total\nP-4,2,2,\nNO,1,2,\nSG,1,,1\nKE,,,\nP-5,3,1,\nFR,3,,3\nNP,,1,\n", counts: "professional,P-5,FRA,F,3 professional,P-5,NPL,M,1 professional,P-4,NOR,F,1 professional,P-4,NOR,M,2 professional,P-4,SGP,F,1", out: "head of a group 2; no persons in the row 1"},
		{name: "labels without grades", rows: "Row Labels,F,M\nProfessional,1,2\nKenya,1,2\nNational Officers,1,\nKenya,1,\n", says: []string{"a table of counts without grade cannot be counted alone | import the list of persons with it"}},
		{name: "each value once for its group", rows: "Nationality,Grade,F,M,Total\nKenya,P-4,1,2,3\n,P-5,,1,1\nKenya Total,,1,3,4\nFrance,P-5,3,,3\nFrance Total,,3,,3\nGrand Total,,4,3,7\n", counts: counted, out: "row of totals 3"},
		{name: "a total inside a group", rows: "Nationality,Grade,F,M\nKenya,P-4,1,2\nSub-total,,1,2\n,P-5,,1\nFrance,P-5,3,\n", counts: counted, out: "row of totals 1"},
		{name: "short names of categories", rows: "Row Labels,F,M,Total\nProfessional,4,2,\nP-4,1,2,\nKenya,1,2,\nP-5,3,,\nFrance,3,,\nNO,,1,\nNO-B,,1,\nKenya,,1,\n", counts: "national-officer,NO-B,KEN,M,1 professional,P-5,FRA,F,3 professional,P-4,KEN,F,1 professional,P-4,KEN,M,2", out: "head of a group 5"},
		{name: "a group without its grade", rows: "Row Labels,F,M,Total\nProfessional,1,2,\nP-4,1,2,\nKenya,1,2,\nNational Officers,,1,\nKenya,,1,\n", says: []string{"the grade is empty; the workbook may not be finished (1 row: A6)"}, open: 1},
		{name: "nationalities in the head and sexes beside them", rows: "Grade,Sex,Kenya,France,Ghana,All\nP-4,F,1,,,1\nP-4,M,2,,,2\nP-5,F,,3,,3\nP-5,M,1,,,1\n", counts: counted},
		{name: "sexes of all nationalities", rows: "Grade,Kenya F,Kenya M\nP-4,1,2\n", says: []string{"no row of heads was found"}},
		{name: "a table of other grades below", rows: "Professional staff\nNationality,P-4 F,P-4 M,P-5 F,P-5 M\nKenya,1,2,,1\n\nNationality,G-4 F,G-4 M,G-5 F,G-5 M\nKenya,1,2,,1\n", says: []string{"Staff.csv!Staff!5 hr-cells-table: another table begins here, with other columns (2 rows: 5, 6) | put it on a sheet of its own, and import again"}, open: 2},
		{name: "a table of other nationalities below", rows: "Grade,Sex,Kenya,France,Ghana\nP-4,F,1,,\nP-5,F,,3,\nGrade,Sex,Mali,Niger,Chad\nP-4,F,1,,\n", says: []string{"another table begins here, with other columns (2 rows: 4, 5)"}, open: 2},
		{name: "a table beside", rows: "Nationality,P-3,P-4,,Sexe,Nombre\nKenya,1,2,,F,5\nFrance,1,,,H,7\n", says: []string{"Staff.csv!Staff!E hr-cells-beside: another table stands beside this one, behind an empty column | put it on a sheet of its own"}, open: 2},
		{name: "a list beside", rows: "Nationality,Grade,Sex,,Nationality,Grade,Sex\nKenya,P-4,F,,Kenya,G-4,F\nFrance,P-4,F,,,,\n", says: []string{"Staff.csv!Staff!E hr-cells-beside: another table stands beside this one"}, open: 2},
		{name: "an empty column inside a list", rows: "Nationality,,Grade,,Sex\nKenya,,P-4,,F\n", counts: "professional,P-4,KEN,F,1"},
		{name: "heads that span columns, some merged", files: func(t testing.TB) []given {
			return []given{workbook(t, "annex.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Country of nationality", "Professional", nil, nil, nil, "Total", nil, "Grand total")
				put(f, "Sheet1", 2, nil, "P-4", nil, "P-5")
				put(f, "Sheet1", 3, nil, "F", "M", "F", "M", "F", "M")
				put(f, "Sheet1", 4, "Kenya", 1, 2, nil, 1, 1, 3, 4)
				put(f, "Sheet1", 5, "France", nil, nil, 3, nil, 3, 0, 3)
				put(f, "Sheet1", 6, "All nationalities", 1, 2, 3, 1, 4, 3, 7)
				_ = f.MergeCell("Sheet1", "B1", "E1")
				_ = f.MergeCell("Sheet1", "F1", "G2")
			})}
		}, counts: counted, out: "row of totals 1"},
		{name: "a value that is missing", rows: "Nationality,Grade,F,M\nKenya,P-4,1,2\nKenya,P-5,,1\n,P-5,3,\n", says: []string{"the nationality is empty; the workbook may not be finished (1 row: A4)"}, open: 1},
		{name: "totals inside totals", rows: "Region,Nationality,Sex,P-4,P-5\nAfrica,Kenya,F,1,\nAfrica,Kenya,M,2,1\nKenya total,,,3,1\nAfrica total,,,3,1\nEurope,France,F,,3\nFrance total,,,,3\nEurope total,,,,3\nTotal,,,3,4\n", counts: counted, out: "row of totals 5"},
		{name: "totals of categories", rows: "Nationality,Sex,G-5,P-4,P-5,Total general service,Total P,Total général\nKenya,F,,1,,,1,1\nKenya,M,,2,1,,3,3\nFrance,F,,,3,,3,3\n", counts: counted},
		{name: "counts of groups", rows: "Duty station,Nationality,Grade,Sex\nX,Kenya,P-4,F\nX,Kenya,P-4,F\nX Count,,,2\nY,Kenya,P-4,F\nY Count,,,1\nGrand Count,,,3\n", counts: "professional,P-4,KEN,F,3", out: "row of totals 3"},
		{name: "a person called Count of whom the grade is missing", rows: "Surname,Nationality,Grade,Sex\nVon Count,Kenya,,F\nTestov,Kenya,P-4,F\n", says: []string{"the grade is empty; the workbook may not be finished (1 row: C2)"}, open: 1},
		{name: "a person called Count", rows: "Surname,Nationality,Grade,Sex\nVon Count,Kenya,P-4,F\nTestov,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "list and pivot agree", files: withPivot(2), counts: baseCounts, out: "compared with the counts, not added 3"},
		{name: "list and pivot differ", files: withPivot(1), says: []string{"the table of counts on Pivot differs from the rows that were counted: ALB P-4 F 1, not 2"}},
		{name: "list and pivot differ, decided", files: withPivot(1), decisions: `hr: {totals: {"2017 Pivot": count}}`, counts: baseCounts, out: "compared with the counts, not added 3"},
	}
}

// withPivot adds a table of counts to the list.
func withPivot(albania int) func(t testing.TB) []given {
	return staffBook(func(f *excelize.File) {
		_, _ = f.NewSheet("Pivot")
		put(f, "Pivot", 1, "Nationality", "Sex", "G-5", "NO-A", "P-3", "P-4")
		put(f, "Pivot", 2, "Albania", "F", nil, nil, nil, albania)
		put(f, "Pivot", 3, "France", "M", 1, nil, 1, nil)
		put(f, "Pivot", 4, "Kenya", "F", nil, 1, nil, nil)
	})
}

// A table with a new value in each cell is no table of staff, and not kept.
func TestTooManyValues(t *testing.T) {
	var b strings.Builder
	b.WriteString("Nationality,Grade,Sex\n")
	for i := range maxValues/3 + 1 {
		fmt.Fprintf(&b, "n%d,g%d,s%d\n", i, i, i)
	}
	x := tryImport(t, "", given{"Staff.csv", []byte(b.String())})
	if m := x.messages(); !strings.Contains(m, "hr-values: the columns that are read hold more than 300000 different values") || x.im.Ledger.Rows.Counted != 0 {
		t.Errorf("%.2000s", m)
	}
	for _, c := range x.im.extracts[0].columns {
		if len(c.words) > maxValues/3+1 {
			t.Errorf("%d values are kept of the %s", len(c.words), c.role)
		}
	}
}

// Long numbers of persons are kept short, and tell persons apart all the same; so
// is a long text in any other column.
func TestLongValues(t *testing.T) {
	long := strings.Repeat("9", 1000)
	x := tryImport(t, "", given{"Staff.csv", []byte("Index no.,Nationality,Grade,Sex\n" + long + "1,Kenya,P-4,F\n" + long + "2,Kenya,P-4,F\n" + long + "1,Kenya,P-4,F\n")})
	if x.im.Failed() || x.im.Ledger.Rows.Persons != 2 {
		t.Errorf("%d persons\n%s", x.im.Ledger.Rows.Persons, x.messages())
	}
	x = tryImport(t, "", given{"Staff.csv", []byte("Nationality,Grade,Sex\n" + strings.Repeat("Kenya,P-4,F\n", 9) + "Kenya," + long + ",F\n")})
	if m := x.messages(); !strings.Contains(m, "hr-cells-unfit: cells of the grade hold what is no grade (1 row: B11)") {
		t.Error(m)
	}
	for _, c := range x.im.extracts[0].columns {
		for _, w := range c.words {
			if len(w.text) > maxValue {
				t.Errorf("%d bytes are kept", len(w.text))
			}
		}
	}
}

// Heads without persons, or persons of whom none counts, are no headcounts.
func TestNobodyCounts(t *testing.T) {
	for rows, want := range map[string]string{
		"Nationality,Grade,Sex\n":                                       "nobody is counted: no rows stand below the heads",
		"Nationality,Grade,Sex,Status\nKenya,P-4,F,Retired\n":           "nobody is counted: of 1 row none counts",
		"Nationality,Grade,Sex,Separation date\nKenya,P-4,F,1.1.2015\n": "nobody is counted: of 1 row none counts",
	} {
		x := tryImport(t, "", given{"Staff.csv", []byte(rows)})
		if m := x.messages(); !x.im.Failed() || !strings.Contains(m, "hr-nobody: "+want) {
			t.Errorf("%s\n%s", rows, m)
		}
	}
}

// NA is Namibia among codes of two letters, and asked about among others.
func TestNamibia(t *testing.T) {
	for rows, asked := range map[string]bool{"KE,P-4,F\nNA,P-4,F\n": false, "KEN,P-4,F\nNA,P-4,F\n": true, "Kenya,P-4,F\nNA,P-4,F\n": true, "404,P-4,F\nNA,P-4,F\n": true} {
		x := tryImport(t, "", given{"Staff.csv", []byte("Nationality,Grade,Sex\n" + rows)})
		if m := x.messages(); strings.Contains(m, "hr-ask-nationality") != asked || x.im.Failed() != asked {
			t.Errorf("%s\n%s", rows, m)
		}
	}
}

// In rows whose cells have slipped sideways a name stands under Nationality: they are
// told as such, and nothing of them is quoted or asked.
func TestSlippedRows(t *testing.T) {
	good := strings.Repeat("1,Testov,Kenya,P-4,F,Active,1.1.2010\n", 20)
	x := tryImport(t, "", given{"Staff.csv", []byte("No.,Surname,Nationality,Grade,Sex,Status,Entry on duty\n" + good +
		"2,Testov,Zyxwvutova,Kenya,P-4,F,Active,1.1.2010\n3,Testov,Qwfpgarst,France,G-5,M,Active\n4,P-4,F,Active,1.1.2010\n")})
	m := x.messages()
	if !strings.Contains(m, "hr-cells-slipped: rows hold what belongs into other columns, as if their cells had slipped sideways (2 rows: ") || x.im.Ledger.Rows.Counted != 20 {
		t.Error(m)
	}
	for _, word := range []string{"Zyxwvutova", "Qwfpgarst", `"F" count`, `"Kenya"`} {
		if strings.Contains(m, word) {
			t.Errorf("%s is quoted:\n%s", word, m)
		}
	}
	// One cell that belongs elsewhere is a slip of the pen, and asked about.
	x = tryImport(t, "", given{"Staff.csv", []byte(base + "Kenya,Kenya,F\n")})
	if m := x.messages(); !strings.Contains(m, `"Kenya" is no grade that is known`) {
		t.Error(m)
	}
}
