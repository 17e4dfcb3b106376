package hr

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// FuzzImport imports any text with any decisions. Whatever comes, every row is
// accounted for, and what is written can be read again.
func FuzzImport(f *testing.F) {
	for _, list := range [][]scene{valueScenes(), serviceScenes(), rowScenes(), tableScenes(), groupScenes()} {
		for _, s := range list {
			if s.files == nil {
				f.Add([]byte(s.rows), s.decisions)
			}
		}
	}
	table := states(f)
	f.Fuzz(func(t *testing.T, rows []byte, decisions string) {
		if len(rows) > 1<<16 {
			return
		}
		var x trial
		q := Request{Year: 2017, AsOf: strict.Date{Y: 2017, M: 12, D: 31}, World: table, Report: &x.report, Version: "test"}
		b := sheet.Read("Staff.csv", rows, &x.files, &x.report)
		if b == nil {
			return
		}
		q.Books = []*sheet.Book{b}
		q.Decisions = ReadDecisions([]byte(decisions), x.files.Add("data/decisions.yaml", []byte(decisions)), &x.report)
		x.im = Import(q)
		if x.im.Ledger == nil {
			if !x.report.Failed() {
				t.Fatal("there is no ledger, and nothing says why")
			}
			return
		}
		balance(t, x.im.Ledger)
		x.im.Ask()
		x.im.Ledger.Page()
		if x.im.Failed() {
			return
		}
		readBack(t, x.im)
	})
}

// readBack reads what an import would write as a build reads it.
func readBack(t *testing.T, im *Imported) {
	var files source.Files
	var r source.Reporter
	text := im.CSV()
	g := Read(text, files.Add("h.csv", text), im.Year, im.World, &r)
	if faults := lines(&files, &r); faults != "" {
		t.Fatalf("what was written cannot be read:\n%s\n%s", faults, text)
	}
	if g.Count(Query{}) != im.Ledger.Rows.Persons {
		t.Fatalf("%d persons were read of %d", g.Count(Query{}), im.Ledger.Rows.Persons)
	}
	if l := ReadLedger(im.Ledger.JSON(), 1, &r); l == nil {
		t.Fatal("the ledger cannot be read")
	} else if CheckLedger(text, 1, l, &r); len(r.All()) > 0 {
		t.Fatalf("the ledger is not that of the table: %v", r.All())
	}
}

// Same workbook, same bytes.
func TestImportIsDeterministic(t *testing.T) {
	files := frenchPivotAndList(t)
	one := tryImport(t, "", files...)
	for range 3 {
		other := tryImport(t, "", files...)
		if !bytes.Equal(one.im.Ledger.JSON(), other.im.Ledger.JSON()) || one.im.Ledger.Page() != other.im.Ledger.Page() {
			t.Fatal("two imports of the same workbook differ")
		}
	}
	one = tryImport(t, "", messy())
	if a, b := one.messages(), tryImport(t, "", messy()).messages(); a != b {
		t.Errorf("messages differ:\n%s\n%s", a, b)
	}
	readBack(t, tryImport(t, "", files...).im)
}

func FuzzGrade(f *testing.F) {
	for _, c := range Categories() {
		for _, g := range Grades(c) {
			f.Add(g)
		}
	}
	for _, s := range []string{"", "P4", "P-4 step 6", "GS5/VI", "NOA", "İ", "P\x00", strings.Repeat("P", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		grade, ok := parseGrade(text)
		if !ok {
			suggestGrades(text, Professional)
			return
		}
		if again, ok := parseGrade(grade); !ok || again != grade {
			t.Fatalf("%q is %q, which is %q", text, grade, again)
		}
		if _, scaled := CategoryOf(grade); !scaled && grade != Ungraded {
			t.Fatalf("%q is %q, a grade of no category", text, grade)
		}
	})
}

func FuzzHeads(f *testing.F) {
	l := newLexicon(func(string) string { return "" })
	for head := range l.heads {
		f.Add(head)
	}
	for _, s := range []string{"Nationalité (principale)", "Grade / Level", "M", "G-5", "Date of birth of spouse", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, head string) {
		m := l.match(head)
		if (m.role == noRole) != (m.score == 0) {
			t.Fatalf("%q: %+v", head, m)
		}
		if again := l.match(fold(head)); m.score == 3 && again != m {
			t.Fatalf("%q is %v, folded %v", head, m, again)
		}
		l.dims(head)
		saysTotal(head)
		titled(head, titleWords())
	})
}

func FuzzSex(f *testing.F) {
	for _, s := range []string{"F|M", "H|F", "H|M", "1|2", "W|M", "F|H|M", "Mujer|M", "Mr|Ms", ""} {
		f.Add(s, "es")
	}
	f.Fuzz(func(t *testing.T, words, lang string) {
		list := strings.Split(fold(words), " ")
		for w, s := range decideSex(list, lang) {
			if s == AnySex {
				t.Fatalf("%q of %q is no sex", w, words)
			}
			if other, ok := sexWord(w); ok && other != s {
				t.Fatalf("%q of %q is %s, alone %s", w, words, s, other)
			}
		}
	})
}

// A grade, a nationality and a sex that are known are read alike in every place of
// a table, whatever stands around it.
func TestOrderOfColumnsDoesNotMatter(t *testing.T) {
	heads, cells := []string{"Grade", "Sex", "Nationality", "Surname"}, []string{"P-4", "F", "Kenya", "Testov"}
	for i := range 24 {
		order := permutation(i)
		var a, b []string
		for _, k := range order {
			a, b = append(a, heads[k]), append(b, cells[k])
		}
		x := tryImport(t, "", given{"s.csv", []byte(strings.Join(a, ";") + "\n" + strings.Join(b, ";") + "\n")})
		if got := string(x.im.CSV()); !strings.HasSuffix(got, "2017,professional,P-4,KEN,F,1\n") {
			t.Errorf("%v: %s", a, x.messages())
		}
	}
}

// permutation is the i-th order of four things.
func permutation(i int) []int {
	left, out := []int{0, 1, 2, 3}, []int{}
	for n := 4; n > 0; n-- {
		k := i % n
		i /= n
		out = append(out, left[k])
		left = append(left[:k:k], left[k+1:]...)
	}
	return out
}

// Of two columns with heads as good, the one that holds more that is known is used,
// and the ledger names the other.
func TestRivals(t *testing.T) {
	x := tryImport(t, "", given{"Staff.csv", []byte("Nationality,Nationality,Grade,Sex\nXK1,Kenya,P-4,F\nXK2,France,P-4,F\n")})
	want := "A not used: Nationality, the nationality is in another column"
	if got := x.im.Ledger.Tables[0].Columns; x.im.Failed() || got[len(got)-1] != want || !strings.Contains(string(x.im.CSV()), "P-4,KEN,F,1") {
		t.Errorf("%q\n%s", got, x.messages())
	}
}

// A column of which a few are unknown, but those all different, is not asked about
// value by value, and costs little.
func TestManyDifferentUnknown(t *testing.T) {
	var b strings.Builder
	b.WriteString("Nationality,Grade,Sex\n")
	for i := range 40_000 {
		if i%6 == 0 {
			b.WriteString("Landia " + strings.Repeat("x", i%7) + strings.ToUpper(strconv.FormatInt(int64(i), 26)) + ",P-4,F\n")
		} else {
			b.WriteString("Kenya,P-4,F\n")
		}
	}
	x := tryImport(t, "", given{"Staff.csv", []byte(b.String())})
	if n := x.im.Questions(); n != 1 || strings.Contains(x.messages(), "Landia") {
		t.Errorf("%d questions\n%.500s", n, x.messages())
	}
}
