package lang

import (
	"math/big"
	"strings"
	"testing"
)

// lists are the lists of phrases of a language, by name.
func (p *Proof) lists() map[string][]string {
	return map[string][]string{
		"Misspelt": p.Misspelt, "Thousands": p.Thousands, "Millions": p.Millions, "Named": p.Named, "Twice": p.Twice,
		"Paragraph": p.References.Paragraph, "Annex": p.References.Annex, "Table": p.References.Table, "Figure": p.References.Figure,
		"Box": p.References.Box, "Elsewhere": p.Elsewhere, "Over": p.Over, "AtLeast": p.AtLeast, "Under": p.Under, "AtMost": p.AtMost,
		"About": p.About, "Rise": p.Rise, "Fall": p.Fall, "Preposition": p.Preposition,
	}
}

// TestProofWords: phrases are looked for in small letters, with plain spaces and
// the apostrophe of print; a phrase that stands in two lists that exclude each
// other could mean both.
func TestProofWords(t *testing.T) {
	for _, tag := range Languages() {
		p := For(tag).Proof()
		for name, list := range p.lists() {
			if len(list) == 0 {
				t.Errorf("%s.%s is empty", tag, name)
			}
			seen := map[string]bool{}
			for _, w := range list {
				if w != strings.ToLower(w) || w != strings.TrimSpace(w) || strings.ContainsAny(w, "'\u00a0") || seen[w] {
					t.Errorf("%s.%s: %q cannot be found, or stands there twice", tag, name, w)
				}
				seen[w] = true
			}
		}
		bounds := map[string]string{}
		for _, name := range []string{"Over", "AtLeast", "Under", "AtMost", "About"} {
			for _, w := range p.lists()[name] {
				if bounds[w] != "" {
					t.Errorf("%s: %q is in %s and in %s", tag, w, bounds[w], name)
				}
				bounds[w] = name
			}
		}
		for _, w := range p.Rise {
			for _, x := range p.Fall {
				if w == x {
					t.Errorf("%s: %q rises and falls", tag, w)
				}
			}
		}
		for _, f := range p.Fractions {
			if f.Num <= 0 || f.Num >= f.Den || f.Words == "" {
				t.Errorf("%s: %+v is no part of a whole", tag, f)
			}
		}
	}
}

func TestEndsSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"It ends.": true, "Does it?": true, "It does!": true, "So on…": true, "He said “no.”": true, "(It ends.)": true, "In 2017.": true,
		"": false, "No end": false, "See No.": false, "i.e.": false, "J.": false, "See\u00a0No.": false, "a, b,": false,
	} {
		if got := For("en").EndsSentence(text); got != want {
			t.Errorf("%q ends a sentence: %v", text, got)
		}
	}
	if For("fr").EndsSentence("voir art.") || !For("en").EndsSentence("in the museum of pop art?") {
		t.Error("an abbreviation is one of its language")
	}
}

func TestPrinted(t *testing.T) {
	rat := func(s string) *big.Rat { v, _ := new(big.Rat).SetString(s); return v }
	for _, c := range []struct {
		n    Number
		want string // "" for none
	}{
		{Number{Value: rat("28861000"), Form: Million, Places: -1}, "28900000"},
		{Number{Value: rat("28861000"), Places: -1}, "28861000"},
		{Number{Value: rat("345678"), Form: Thousand, Places: 0}, "346000"},
		{Number{Value: rat("49"), Base: rat("101"), Form: Share, Places: -1}, "49"},
		{Number{Value: rat("-3.14159"), Places: 2}, "-157/50"},
		{Number{Value: rat("3"), Form: Was, WasYear: 2016, WasValue: rat("2")}, ""},
		{Number{Form: Name, Label: "a name"}, ""},
		{Number{}, ""},
	} {
		got := ""
		if v, ok := For("en").Printed(c.n); ok {
			got = v.RatString()
		}
		if got != c.want {
			t.Errorf("%+v is read as %q, want %q", c.n, got, c.want)
		}
	}
}
