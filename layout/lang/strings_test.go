package lang

import (
	"reflect"
	"strings"
	"testing"
)

// eachString visits every string of a Strings, nested ones too, with the path
// of its field.
func eachString(v reflect.Value, path string, visit func(path, s string)) {
	if v.Kind() == reflect.String {
		visit(path, v.String())
		return
	}
	for i := range v.NumField() {
		eachString(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
	}
}

func allStrings(tag string) map[string]string {
	all := map[string]string{}
	eachString(reflect.ValueOf(*For(tag).Strings()), tag, func(path, s string) {
		all[strings.TrimPrefix(path, tag)] = s
	})
	return all
}

func TestEveryStringIsFilled(t *testing.T) {
	for _, tag := range Languages() {
		for path, s := range allStrings(tag) {
			if strings.TrimSpace(s) == "" {
				t.Errorf("%s%s is empty", tag, path)
			}
			if s != strings.TrimSpace(s) {
				t.Errorf("%s%s begins or ends with a space: %q", tag, path, s)
			}
		}
	}
}

// TestPatternsAgree: a pattern takes as many values in every language as in
// English, and nothing but %s, in order.
func TestPatternsAgree(t *testing.T) {
	want := allStrings("en")
	for _, tag := range Languages() {
		for path, s := range allStrings(tag) {
			verbs := strings.Count(s, "%s")
			if verbs != strings.Count(want[path], "%s") {
				t.Errorf("%s%s takes %d values: %q, English: %q", tag, path, verbs, s, want[path])
			}
			if verbs > 0 && strings.Count(s, "%") != verbs {
				t.Errorf("%s%s has a verb that is not %%s: %q", tag, path, s)
			}
		}
	}
}

// TestTypography: typewriter signs must not reach the page, and French sets a
// no-break space before its high punctuation.
func TestTypography(t *testing.T) {
	for _, tag := range Languages() {
		for path, s := range allStrings(tag) {
			if strings.ContainsAny(s, `'"`) {
				t.Errorf("%s%s has a straight quote: %q", tag, path, s)
			}
			if strings.Contains(s, "  ") {
				t.Errorf("%s%s has two spaces: %q", tag, path, s)
			}
			for _, sign := range []string{":", ";", "»", "%)"} {
				if i := strings.Index(s, sign); tag == "fr" && i >= 0 && !strings.HasSuffix(s[:i], nbsp) {
					t.Errorf("%s%s lacks a no-break space before %q: %q", tag, path, sign, s)
				}
			}
		}
	}
}

// TestSexLetters: M is a man in English and a woman in Spanish, so a legend
// must say which, and a table never mixes them up.
func TestSexLetters(t *testing.T) {
	for _, tag := range Languages() {
		s := For(tag).Strings().Staff
		women, men := strings.ToLower(s.Women), strings.ToLower(s.Men)
		if !strings.HasPrefix(women, strings.ToLower(s.F)) && tag != "en" || s.F == s.M {
			t.Errorf("%s: women are %q, men %q", tag, s.F, s.M)
		}
		legend := strings.ReplaceAll(s.LegendSex, nbsp, "")
		if !strings.Contains(legend, s.F+":"+women) && !strings.Contains(legend, s.F+": "+women) ||
			!strings.Contains(legend, s.M+":"+men) && !strings.Contains(legend, s.M+": "+men) {
			t.Errorf("%s: legend %q does not explain %q and %q", tag, s.LegendSex, s.F, s.M)
		}
	}
}

func TestMasthead(t *testing.T) {
	cases := []struct{ tag, contents, original, page, continued string }{
		{"en", "Contents", "Original: English", "Page\u00a0i", "(continued)"},
		{"fr", "Table des matières", "Original\u00a0: anglais", "Page\u00a0i", "(suite)"},
		{"es", "Índice", "Original: inglés", "Página\u00a0i", "(continuación)"},
	}
	for _, c := range cases {
		s := For(c.tag).Strings()
		if s.Contents != c.contents || s.Continued != c.continued {
			t.Errorf("%s: %q, %q", c.tag, s.Contents, s.Continued)
		}
		if got := strings.Replace(s.Original, "%s", s.LanguageNames.Name("en"), 1); got != c.original {
			t.Errorf("%s: original line %q, want %q", c.tag, got, c.original)
		}
		if got := strings.Replace(s.PageNo, "%s", RomanLower(1), 1); got != c.page {
			t.Errorf("%s: page %q, want %q", c.tag, got, c.page)
		}
	}
}

func TestLanguageNames(t *testing.T) {
	for _, tag := range Languages() {
		names, seen := For(tag).Strings().LanguageNames, map[string]bool{"": true}
		for _, of := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
			name := names.Name(of)
			if seen[name] {
				t.Errorf("%s: name of %s is %q, which is empty or taken", tag, of, name)
			}
			seen[name] = true
		}
		if got := names.Name("de"); got != "" {
			t.Errorf("%s: name of a language that is not official: %q", tag, got)
		}
	}
}
