package manuscript

import (
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
)

// TestSeverities: all faults stop a build but these, which are told only: what
// is said of nothing, and is left out or has no effect.
func TestSeverities(t *testing.T) {
	warnings := []string{"a comment is left out", "is not printed", "is not numbered anyway"}
	seen := map[string]bool{}
	for _, c := range faultCases(t) {
		var r source.Reporter
		Read([]byte(head+c.text), 1, Options{Lang: "en", Picture: picture}, &r)
		for _, d := range r.All() {
			want := source.Error
			for _, w := range warnings {
				if strings.HasSuffix(d.Message, w) {
					want = source.Warning
					seen[w] = true
				}
			}
			if d.Severity != want {
				t.Errorf("%.40q: %s is of severity %v: %s", c.text, d.Code, d.Severity, d.Message)
			}
		}
	}
	if len(seen) != len(warnings) {
		t.Errorf("only %v were seen", seen)
	}
}

// TestWordsOfFaultyText: what is wrong is reported, and its words are read as
// the most sensible thing.
func TestWordsOfFaultyText(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // dump of what stands behind the title
	}{
		{"# one", "heading 2\n  \"one\"\n"},
		{"#### one", "paragraph\n  heading 4\n    \"one\"\n"},
		{"##### one\n\ntwo", "paragraph numbered\n  heading 4\n    \"one\"\n  \"two\"\n"},
		{"one <b>two</b>", "paragraph numbered\n  \"one <b>two</b>\"\n"},
		{"    one", "paragraph\n  \"one\"\n"},
		{"0. one", "list ordered from 1\n  item\n    paragraph\n      \"one\"\n"},
		{"100. one", "list ordered from 1\n  item\n    paragraph\n      \"one\"\n"},
		{"<!-- one\ntwo --> three", "paragraph\n  \"<!-- one \"\n  \"two --> three\"\n"},
		{"<pre>\none\n</pre> two", "paragraph\n  \"<pre> \"\n  \"one \"\n  \"</pre> two\"\n"},
	} {
		p, got := read(head + c.text)
		if len(got) == 0 {
			t.Errorf("%q: nothing reported", c.text)
		}
		p.Blocks, p.Title, p.ID = p.Blocks[1:], nil, ""
		dump := strings.ReplaceAll("\n"+strings.TrimPrefix(string(doc.Dump(p)), "part body\n"), "\n  ", "\n")[1:]
		if dump != c.want {
			t.Errorf("%q is read as\n%s", c.text, dump)
		}
	}
}

// TestPlacesOfTitle: label and title have the places of their words, and the
// part that of its heading.
func TestPlacesOfTitle(t *testing.T) {
	text := "<!-- first -->\n\n# Principe\u00a01\u00a0: Été : titre {#one}\n\nText.\n"
	p, _ := read(text)
	h := p.Blocks[0].(*doc.Heading)
	span := func(from, to int32) source.Span {
		return source.Span{Start: source.Pos{File: 1, A: 3, B: from}, End: source.Pos{File: 1, A: 3, B: to}}
	}
	tag, title := p.Tag[0].(*doc.Text), p.Title[0].(*doc.Text)
	if len(p.Tag) != 1 || tag.S != "Principe\u00a01" || tag.At.Start != span(3, 0).Start {
		t.Errorf("label %q at %v", tag.S, tag.At)
	}
	if len(p.Title) != 1 || title.S != "Été : titre" || title.At.Start.B != 16 {
		t.Errorf("title %q at %v", title.S, title.At)
	}
	if tag.At.End != span(0, 14).End {
		t.Errorf("the label ends at %v", tag.At.End)
	}
	if end := p.Blocks[1].Common().At.End; end != (source.Pos{File: 1, A: 5, B: 6}) {
		t.Errorf("the paragraph ends at %v", end)
	}
	if p.At != h.At || p.At.Start.A != 3 || p.ID != "one" {
		t.Errorf("part %q is at %v", p.ID, p.At)
	}
}

// TestRelated: where two things clash, both places are told.
func TestRelated(t *testing.T) {
	for text, want := range map[string]int32{
		"# Second":                                1,
		"One. {#a}\n\nTwo. {#a}":                  3,
		"One.[^n] Two.[^n]\n\n[^n]: Note.":        3,
		"One.[^n]\n\n[^n]: Note.\n\n[^n]: Two.":   5,
		"```box\ntext: a\n\n```box\ntext: b\n```": 6,
	} {
		var r source.Reporter
		Read([]byte(head+text), 1, Options{Lang: "en"}, &r)
		all := r.All()
		if len(all) == 0 || len(all[0].Related) != 1 || all[0].Related[0].At.Start.A != want || all[0].Related[0].Message == "" {
			t.Errorf("%q: %+v", text, all)
		}
	}
}

// TestFaultsOfRareForms are those of one sign or one length.
func TestFaultsOfRareForms(t *testing.T) {
	for text, want := range map[string]string{
		"é\u2067b": "text-control 3:2",
		"[a](https://example.org/" + strings.Repeat("x", maxURL) + ")": "link-address 3:1",
		"Text. {#a   #B}": "name-form 3:13",
	} {
		if _, got := read(head + text); strings.Join(got, ", ") != want {
			t.Errorf("%.30q: reported %v, want %s", text, got, want)
		}
	}
}

// TestDaysOfEvents: days of one month of one year are printed as a range.
func TestDaysOfEvents(t *testing.T) {
	for dates, want := range map[string]string{
		"date: 2017-05-18": "18", "date: 2017-05-18, to: 2017-05-19": "18–19", "date: 2017-05-18, to: 2017-05-18": "18",
		"date: 2017-05-18, to: 2017-06-19": "18", "date: 2017-05-18, to: 2018-05-19": "18",
	} {
		p, got := read(head + "```timeline\nmonths:\n  May:\n    - {text: An event, " + dates + "}\n```\n")
		day := p.Blocks[1].(*doc.Timeline).Months[0].Columns[0][0].Day
		if day != want || len(got) > 0 {
			t.Errorf("%s: %q, not %q, reported %v", dates, day, want, got)
		}
	}
}
