package style

import (
	"reflect"
	"strings"
	"testing"

	"assemble/layout/lang"
	"assemble/layout/units"
)

func TestCouncilIsSound(t *testing.T) {
	if bad := Council().Check(); len(bad) != 0 {
		t.Errorf("council: %s", strings.Join(bad, "; "))
	}
}

func TestEachNamesEveryRole(t *testing.T) {
	s := Council()
	n := 0
	s.Roles.Each(func(name string, role *Type) {
		n++
		if role.Weight == 0 || role.Figures == "" || role.Align == "" || role.Color == "" {
			t.Errorf("role %s is not complete: %+v", name, *role)
		}
	})
	if want := reflect.TypeOf(s.Roles).NumField(); n != want {
		t.Errorf("Each names %d roles of %d", n, want)
	}
}

func TestCheckFindsFaults(t *testing.T) {
	for name, spoil := range map[string]func(*Style){
		"page: the frame":      func(s *Style) { s.Page.Frame = 2 * s.Page.Width },
		"page: the text block": func(s *Style) { s.Page.TextBlock = s.Page.Height },
		"setting: spaces":      func(s *Style) { s.Setting.SpaceMin = 0 },
		"roles: text":          func(s *Style) { s.Roles.Text.Size = 0 },
		"part_break":           func(s *Style) { s.PartBreak = "sheet" },
		"numbers: en":          func(s *Style) { s.Numbers = map[string]map[string]Numbers{"en": {"prsoe": {}}} },
	} {
		s := Council()
		spoil(s)
		if bad := strings.Join(s.Check(), "; "); !strings.Contains(bad, name) {
			t.Errorf("want %q, got %q", name, bad)
		}
	}
}

func TestTokens(t *testing.T) {
	s := Council()
	if got := s.Page.Measure() - units.Mm(129600); got < -1 || got > 1 {
		t.Errorf("measure is off by %d", got)
	}
	var c Color
	if err := c.UnmarshalText([]byte("#0F4C70")); err != nil || c != s.Colors.Accent {
		t.Errorf("colour = %v, %v", c, err)
	}
	for _, bad := range []string{"0F4C70", "#0F4C7", "#GGGGGG", ""} {
		if c.UnmarshalText([]byte(bad)) == nil {
			t.Errorf("colour %q was accepted", bad)
		}
	}
}

func TestNumbersOverride(t *testing.T) {
	s := Council()
	space := " "
	s.Numbers = map[string]map[string]Numbers{"en": {"prose": {Group: &space}}}
	if got := s.Language("en").Profile(lang.Prose).Group; got != " " {
		t.Errorf("group = %q", got)
	}
	if got := s.Language("fr").Profile(lang.Prose); got != lang.For("fr").Profile(lang.Prose) {
		t.Errorf("French changed: %+v", got)
	}
}
