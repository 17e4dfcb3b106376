package lang

import "testing"

func TestList(t *testing.T) {
	for _, c := range []struct {
		tag   string
		items []string
		want  string
	}{
		{"en", nil, ""},
		{"en", []string{"Ghana"}, "Ghana"},
		{"en", []string{"Ghana", "India"}, "Ghana and India"},
		{"en", []string{"Albania", "Ghana", "the Niger"}, "Albania, Ghana and the Niger"},
		{"fr", []string{"l’Albanie", "l’Inde"}, "l’Albanie et l’Inde"},
		{"es", []string{"Ghana", "Kenya"}, "Ghana y Kenya"},
		{"es", []string{"Ghana", "Indonesia"}, "Ghana e Indonesia"},
		{"es", []string{"Ghana", "Ítaca"}, "Ghana e Ítaca"},
		{"es", []string{"Italia", "hijos"}, "Italia e hijos"},
		{"es", []string{"agua", "hielo"}, "agua y hielo"},
		{"es", []string{"Italia", "I"}, "Italia e I"},
	} {
		if got := For(c.tag).List(c.items); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}
