package survey

import (
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/world"

	"pgregory.net/rapid"
)

// reread writes a year, reads it again, and compares what it counts.
func reread(t *rapid.T, y *Year, table *world.Table) {
	var r source.Reporter
	again := &Year{Offices: ReadOffices(y.Offices.Text(), 1, table, &r), Book: y.Book}
	again.Answers = ReadAnswers(y.Answers.Text(y.Book), 2, 2017, y.Book, again.Offices, &r)
	if r.Failed() {
		t.Fatal(r.All())
	}
	for of := Responded; of <= GaveMore; of++ {
		for _, q := range []string{"s", "n"} {
			x := Query{Of: of, Question: q, Option: "a"}
			if codes(y.List(x)) != codes(again.List(x)) || y.Sum(x).Cmp(again.Sum(x)) != 0 {
				t.Fatalf("%+v: %s, after writing %s", x, codes(y.List(x)), codes(again.List(x)))
			}
		}
	}
}

func FuzzReadOffices(f *testing.F) {
	for _, seed := range []string{"", officesText, "\ufeff" + officesText, "office,name,kind,country,region,from,to\nA,'=x,other,GHA,,2017-01-01,x\n\"\n"} {
		f.Add([]byte(seed))
	}
	table := states(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		var files source.Files
		var r source.Reporter
		g := ReadOffices(text, files.Add("o.csv", text), table, &r)
		for _, o := range g.All() {
			if !IsOfficeCode(o.Code) || o.Name == "" || !slices.Contains(Kinds(), o.Kind) || o.Line < 2 {
				t.Fatalf("read %+v", o)
			}
		}
		for _, d := range r.All() {
			if s := files.String(d.At.Start); !strings.HasPrefix(s, "o.csv") {
				t.Fatalf("fault at %q", s)
			}
		}
		if r.Failed() {
			return
		}
		var second source.Reporter
		if again := ReadOffices(g.Text(), 1, table, &second); second.Failed() || string(again.Text()) != string(g.Text()) {
			t.Fatalf("written as %q, read as %q", g.Text(), again.Text())
		}
	})
}

func FuzzReadCodebook(f *testing.F) {
	for _, seed := range []string{"", bookText, "questions:\n", "questions:\n  a: {type: text, label: x, years: [2017]}\n", "questions: {a: {type: select_one, label: x, years: [2017], options: {\"1\": {en: \"\\u00a0\"}}}}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var r source.Reporter
		b := ReadCodebook(text, 1, &r)
		for _, q := range b.Questions {
			if !IsQuestionCode(q.Code) || q.Type.Selects() != (len(q.Options) > 0) {
				t.Fatalf("read %+v", q)
			}
		}
		if r.Failed() {
			return
		}
		var second source.Reporter
		again := ReadCodebook(b.Text(), 1, &second)
		if second.Failed() || string(again.Text()) != string(b.Text()) {
			t.Fatalf("written as\n%s\nread as\n%s\n%v", b.Text(), again.Text(), second.All())
		}
	})
}

func FuzzReadAnswers(f *testing.F) {
	for _, seed := range []string{"", answersText, "office,question,option,value,state\nHQ,remarks,,\"'=\n\",answered\nHQ,since,,2017-01-01,answered\n\"\n"} {
		f.Add([]byte(seed))
	}
	s := &sheets{}
	offices, book := s.offices(f, officesText), s.book(bookText)
	f.Fuzz(func(t *testing.T, text []byte) {
		var r source.Reporter
		y := &Year{Day: strict.Date{Y: 2017, M: 12, D: 31}, Offices: offices, Book: book}
		y.Answers = ReadAnswers(text, 9, 2017, book, offices, &r)
		for _, q := range book.Questions {
			for of := Responded; of <= GaveMore; of++ {
				x := Query{Of: of, Question: q.Code, Option: "law"}
				y.Spans(x)
				if int(y.Count(x)) > len(offices.All()) {
					t.Fatalf("%+v counts %d", x, y.Count(x))
				}
			}
		}
		var second source.Reporter
		written := y.Answers.Text(book)
		again := ReadAnswers(written, 9, 2017, book, offices, &second)
		if string(again.Text(book)) != string(written) {
			t.Fatalf("written as\n%s\nread as\n%s\n%v", written, again.Text(book), second.All())
		}
	})
}
