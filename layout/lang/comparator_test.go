package lang

import (
	"testing"
)

func TestWas(t *testing.T) {
	n := Number{
		Value: rat(t, "102"), Unit: "offices", Form: Was, Places: -1,
		WasYear: 2016, WasValue: rat(t, "52"), UnitWords: Noun{"office", "offices"},
	}
	with := func(change func(*Number)) Number {
		c := n
		change(&c)
		return c
	}
	cases := []struct {
		tag  string
		n    Number
		p    Place
		want string
	}{
		{"en", n, Prose, "(2016: 52~offices)"},
		{"fr", n, Prose, "(2016~: 52~offices)"},
		{"en", n, SentenceStart, "(2016: 52~offices)"},
		{"en", n, Parentheses, "2016: 52~offices"},
		{"en", with(func(n *Number) { n.WasValue = rat(t, "1") }), Prose, "(2016: 1~office)"},
		{"en", with(func(n *Number) { n.WasValue = rat(t, "0") }), Prose, "(2016: 0~offices)"},
		{"fr", with(func(n *Number) { n.WasValue = rat(t, "0") }), Prose, "(2016~: 0~office)"},
		{"en", with(func(n *Number) { n.UnitWords = Noun{} }), Prose, "(2016: 52)"},
		{"en", with(func(n *Number) { n.WasValue, n.WasUnit = rat(t, "36"), Percent }), Prose, "(2016: 36%)"},
		{"en", with(func(n *Number) { n.WasForm, n.WasBase = Share, rat(t, "104") }), Prose, "(2016: 50%)"},
		{"en", with(func(n *Number) { n.Unit, n.WasValue = "USD", rat(t, "126") }), Prose, "(2016: USD~126)"},
		{
			"en", with(func(n *Number) { n.WasForm, n.WasValue = Million, rat(t, "25000000") }), Prose,
			"(2016: 25~million~offices)",
		},
		{"en", with(func(n *Number) { n.WasForm = Was }), Prose, "(2016: 52~offices)"},
		{"en", with(func(n *Number) {
			n.WasForm, n.Unit, n.UnitWords, n.Value, n.WasValue = Million, "USD", Noun{}, rat(t, "929800000"), rat(t, "760000000")
		}), Prose, "(2016: USD~760.0~million)"},
		{"en", with(func(n *Number) {
			n.WasForm, n.Unit, n.UnitWords, n.Value, n.WasValue = Million, "USD", Noun{}, rat(t, "930000000"), rat(t, "760500000")
		}), Prose, "(2016: USD~760.5~million)"},
	}
	for _, c := range cases {
		if got := shown(For(c.tag).Format(c.n, c.p)); got != c.want {
			t.Errorf("%s in place %d: %q, want %q", c.tag, c.p, got, c.want)
		}
	}
}

func TestDirectionAndName(t *testing.T) {
	direction := func(value, was string) Number {
		n := number(t, value, "", Direction)
		if was != "" {
			n.WasValue = rat(t, was)
		}
		return n
	}
	cases := []struct {
		n    Number
		p    Place
		want string
	}{
		{direction("102", "52"), Prose, "increase"},
		{direction("52", "102"), Prose, "decrease"},
		{direction("52", "52"), Prose, "no change"},
		{direction("-1/1000", ""), SentenceStart, "Decrease"},
		{direction("3", ""), Prose, "increase"},
		{Number{Form: Name, Label: "refugees resettled"}, Prose, "refugees resettled"},
		{Number{Form: Name, Label: "état des lieux"}, SentenceStart, "État des lieux"},
	}
	for _, c := range cases {
		if got := For("en").Format(c.n, c.p); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
