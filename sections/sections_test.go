package sections

import (
	"strings"
	"testing"

	"assemble/inputs"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

func load(t *testing.T, dir string) *inputs.Inputs {
	t.Helper()
	var r source.Reporter
	in := inputs.Load(dir, "", &source.Files{}, &r)
	if in == nil {
		t.Fatal("no edition")
	}
	return in
}

const (
	small  = "../inputs/examples/small"
	annual = "../inputs/examples/annual-report-2017"
)

func TestParts(t *testing.T) {
	var got []string
	for _, p := range Build(load(t, small)) {
		got = append(got, string(p.ID))
	}
	want := "cover note contents acronyms foreword overview principle-1 principle-2 effectiveness"
	if strings.Join(got, " ") != want {
		t.Errorf("parts %v, want %s", got, want)
	}
}

func TestKindsAndNumbers(t *testing.T) {
	for _, p := range Build(load(t, small)) {
		numbered := false
		doc.Blocks(p.Blocks, func(b doc.Block) {
			if x, ok := b.(*doc.Paragraph); ok {
				numbered = numbered || x.Numbered
			}
		})
		if numbered != (p.Kind == doc.Body) {
			t.Errorf("%s: numbered paragraphs %v, kind %d", p.ID, numbered, p.Kind)
		}
	}
}

func TestMasthead(t *testing.T) {
	m := Masthead(load(t, annual))
	for _, c := range [][2]string{
		{m.Organization, "International Organization for Migration"},
		{m.Organ, "Council"},
		{m.Symbol, "C/109/4"},
		{m.Session, "109th Session"},
		{m.Date, "18\u00a0June 2018"},
		{m.Created, "2018-06-18"},
		{m.Original, "Original: English"},
		{doc.Plain(m.Title, nil), "Annual Report for 2017"},
		{doc.Plain(m.Caption, func(s *doc.Stat) string { return lang.For("en").Format(s.Number, lang.InHeading) }), "169 Member States, one mark each; three more than a year before (rings)."},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
	if m.MemberStates != 169 || m.Gained != 3 {
		t.Errorf("%d Member States, %d gained", m.MemberStates, m.Gained)
	}
	if m = Masthead(load(t, small)); m.MemberStates != 0 || len(m.Caption) > 0 {
		t.Errorf("an organization of which nothing is known has %d Member States, %q", m.MemberStates, m.Caption)
	}
	if len(m.Reissue) == 0 || len(m.Decision) == 0 || len(m.Submission) == 0 || m.Distribution == "" {
		t.Errorf("the masthead is not whole: %+v", m)
	}
}

func TestAcronymsInOrder(t *testing.T) {
	p := acronyms(load(t, annual))
	list := p.Blocks[1].(*doc.AcronymList).Entries
	if len(list) != 39 {
		t.Errorf("%d acronyms", len(list))
	}
	var got []string
	for _, a := range list {
		got = append(got, a.Short)
		text := doc.Plain(a.Text, nil)
		if first := text[:1]; first != strings.ToUpper(first) {
			t.Errorf("%s: %q begins small", a.Short, text)
		}
	}
	if joined := strings.Join(got, " "); !strings.Contains(joined, "MICIC MIDAS MiGOF NFI") || !strings.HasPrefix(joined, "ASEAN CCCM CREST") {
		t.Errorf("order %s", joined)
	}
}

func TestDraftSheet(t *testing.T) {
	var f source.Files
	id := f.Add("facts.yaml", nil)
	list := []source.Diagnostic{
		{Severity: source.Warning, Message: "a warning is not a hole"},
		{Severity: source.Error, Message: "no face has the letter \U0001F600", At: source.At(source.Pos{File: id, A: 3, B: 1})},
	}
	p := DraftSheet(lang.For("en"), list, &f)
	items := p.Blocks[1].(*doc.List).Items
	if len(items) != 1 {
		t.Fatalf("%d holes", len(items))
	}
	got := doc.Plain(items[0].Of[0].(*doc.Paragraph).Text, nil)
	if got != "no face has the letter · (facts.yaml:3:1)" {
		t.Errorf("hole %q", got)
	}
	many := make([]source.Diagnostic, 3*maxHoles)
	if n := len(DraftSheet(lang.For("en"), many, &f).Blocks[1].(*doc.List).Items); n != maxHoles {
		t.Errorf("%d holes listed, want %d", n, maxHoles)
	}
}
