package survey

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"

	"pgregory.net/rapid"
)

// ranges writes spans of lines as the ledger of an import does: 2-3,5.
func ranges(spans []source.Span) string {
	var out []string
	for _, s := range spans {
		if s.Start == s.End {
			out = append(out, fmt.Sprint(s.Start.A))
		} else {
			out = append(out, fmt.Sprintf("%d-%d", s.Start.A, s.End.A))
		}
	}
	return strings.Join(out, ",")
}

func codes(list []Office) string {
	var out []string
	for _, o := range list {
		out = append(out, o.Code)
	}
	return strings.Join(out, " ")
}

func TestQueries(t *testing.T) {
	y := sample(t)
	if got := codes(y.Frame()); got != "ALB-TIR FRA-PAR GHA-ACC GHA-TML HQ RO-1" {
		t.Errorf("frame %s", got)
	}
	for _, c := range []struct {
		q                         Query
		offices, countries, lines string
		sum                       string
	}{
		{Query{}, "ALB-TIR FRA-PAR GHA-ACC RO-1", "[ALB FRA GHA]", "2-4,8", "0"},
		{Query{Of: Missing}, "GHA-TML HQ", "[GHA]", "5-6", "0"},
		{Query{Of: Missing, Kind: Headquarters}, "HQ", "[]", "6", "0"},
		{Query{Of: Asked, Question: "kinds"}, "ALB-TIR GHA-ACC RO-1", "[ALB GHA]", "7-10", "0"},
		{Query{Of: Gave, Question: "kinds"}, "ALB-TIR GHA-ACC", "[ALB GHA]", "8-10", "0"},
		{Query{Of: PassedOver, Question: "kinds"}, "FRA-PAR", "[FRA]", "6", "0"},
		{Query{Of: LeftBlank, Question: "kinds"}, "RO-1", "[]", "7", "0"},
		{Query{Of: Chose, Question: "kinds", Option: "law"}, "ALB-TIR GHA-ACC", "[ALB GHA]", "8-9", "2"},
		{Query{Of: Chose, Question: "kinds", Option: "advice"}, "", "[]", "", "0"},
		{Query{Of: Chose, Question: "support", Option: "yes", Kind: RegionalOffice}, "RO-1", "[]", "5", "1"},
		{Query{Of: Gave, Question: "officials"}, "ALB-TIR GHA-ACC RO-1", "[ALB GHA]", "11,13-14", "31320"},
		{Query{Of: GaveZero, Question: "officials"}, "ALB-TIR", "[ALB]", "11", "0"},
		{Query{Of: GaveMore, Question: "officials", Kind: CountryOffice}, "GHA-ACC", "[GHA]", "13", "31300"},
		{Query{Of: SaidNotApplicable, Question: "officials"}, "FRA-PAR", "[FRA]", "12", "0"},
		{Query{Of: Chose, Question: "subject", Option: "rights"}, "ALB-TIR GHA-ACC", "[ALB GHA]", "27,30", "3"},
		{Query{Of: Gave, Question: "nothing"}, "", "[]", "", "0"},
	} {
		got := fmt.Sprint(codes(y.List(c.q)), y.Countries(c.q), " ", ranges(y.Spans(c.q)), " ", y.Sum(c.q).RatString())
		if want := fmt.Sprint(c.offices, c.countries, " ", c.lines, " ", c.sum); got != want {
			t.Errorf("%+v: %s\nwant %s", c.q, got, want)
		}
		if n := y.Count(c.q); int(n) != len(y.List(c.q)) {
			t.Errorf("%+v counts %d", c.q, n)
		}
	}
}

// An office that closed before the cut-off date is in the frame if it answered.
func TestFrameHoldsWhoAnswered(t *testing.T) {
	s := &sheets{}
	y := s.year(t, "", "questions:\n  a: {type: text, label: {en: x}, years: [2017]}\n", "office,question,option,value,state\nOLD,a,,,answered\n")
	if f := s.faults(); f != "" {
		t.Fatal(f)
	}
	if got := codes(y.Frame()); !strings.Contains(got, "OLD") || y.Count(Query{}) != 1 {
		t.Errorf("frame %s", got)
	}
}

// draw makes a year of few offices and one question of each type that counts.
func draw(t *rapid.T) *Year {
	var offices []Office
	var replies []Reply
	book := NewCodebook(1, []Question{
		{Code: "s", Type: SelectMultiple, Years: []int{2017}, Options: []Option{{Code: "a", Years: []int{2017}}, {Code: "b", Years: []int{2017}}}},
		{Code: "n", Type: Integer, Years: []int{2017}},
	})
	for i := range rapid.IntRange(0, 12).Draw(t, "offices") {
		o := Office{Code: fmt.Sprint("O", i), Name: "x", Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"), Country: rapid.SampledFrom([]string{"", "ALB", "GHA"}).Draw(t, "country")}
		offices = append(offices, o)
		if !rapid.Bool().Draw(t, "answers") {
			continue
		}
		for _, q := range book.Questions {
			a := Answer{Office: o.Code, State: rapid.SampledFrom(States()).Draw(t, "state")}
			switch {
			case a.State != Answered:
			case q.Type == Integer:
				n, _ := strict.ParseNumber(fmt.Sprint(rapid.IntRange(-2, 2).Draw(t, "value")))
				a.Value = n.Value
			default:
				set := rapid.IntRange(1, 3).Draw(t, "options")
				for i, o := range q.Options {
					if set>>i&1 == 1 {
						a.Options = append(a.Options, Choice{Option: o.Code, Times: 1})
					}
				}
			}
			replies = append(replies, Reply{q.Code, a})
		}
	}
	return &Year{Offices: NewOffices(1, offices), Book: book, Answers: NewAnswers(2017, 2, replies)}
}

// The states part the offices that answered; kinds part every set; options of a
// multi-select overlap but none exceeds its base; a sum is that of its parts;
// and what is written reads as it was.
func TestPartsAddUp(t *testing.T) {
	table := states(t)
	rapid.Check(t, func(t *rapid.T) {
		y := draw(t)
		all := y.Count(Query{})
		if int(all+y.Count(Query{Of: Missing})) != len(y.Frame()) {
			t.Fatal("who answered and who did not are not the frame")
		}
		for _, q := range []string{"s", "n"} {
			n := func(of Of) int64 { return y.Count(Query{Of: of, Question: q}) }
			if n(Gave)+n(LeftBlank)+n(SaidNotApplicable) != n(Asked) || n(Asked)+n(PassedOver) != all {
				t.Fatalf("states of %s do not add up", q)
			}
		}
		for _, of := range []Query{{}, {Of: Chose, Question: "s", Option: "a"}, {Of: GaveMore, Question: "n"}} {
			var byKind int64
			for _, k := range Kinds() {
				byKind += y.Count(Query{of.Of, of.Question, of.Option, k})
			}
			if byKind != y.Count(of) || len(y.Countries(of)) > int(y.Count(of)) {
				t.Fatalf("%+v: %d by kind, %d in all", of, byKind, y.Count(of))
			}
		}
		a, b, gave := y.Count(Query{Of: Chose, Question: "s", Option: "a"}), y.Count(Query{Of: Chose, Question: "s", Option: "b"}), y.Count(Query{Of: Gave, Question: "s"})
		if max(a, b) > gave || a+b < gave {
			t.Fatalf("%d and %d of %d", a, b, gave)
		}
		reread(t, y, table)
	})
}
