package hyphen

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// show writes word with a hyphen at every offset.
func show(word string, points []int) string {
	var b strings.Builder
	last := 0
	for _, p := range points {
		b.WriteString(word[last:p] + "-")
		last = p
	}
	return b.String() + word[last:]
}

func TestPoints(t *testing.T) {
	// Worked out by a separate program over the same files, by the definition
	// and without a trie; the apostrophes and marks by hand.
	tests := map[string]string{
		"en": `organ-iz-a-tion inter-na-tional migra-tion gov-ern-ments bene-fi-ciar-ies imple-ment-a-tion
			devel-op-ment assist-ance reset-tle-ment vol-un-tary rein-teg-ra-tion vul-ner-ab-il-ity dis-place-ment
			pro-gramme nation-al-ity pro-fes-sional traf-fick-ing pro-cesses regional record States
			Coun-cil COUN-CIL “Coun-cil” (Coun-cil, coun-cil’s coun-cil's coun-cils'`,
		"fr": `orga-ni-sa-tion gou-ver-ne-ments édu-ca-tion déve-lop-pe-ment repré-sen-tants réins-tal-la-tion
			huma-ni-taire vul-né-ra-bi-lité admi-nis-tra-tif coopé-ra-tion États œuvre monstre ÉDU-CA-TION
			l'édu-ca-tion l’édu-ca-tion L’ÉDU-CA-TION d'ins-tal-la-tion aujourd'hui «~édu-ca-tion~»`,
		"es": `orga-ni-za-ción migra-ción gobier-nos desa-rro-llo reasen-ta-miento rein-te-gra-ción volun-ta-ria
			cons-ti-tu-ción ferro-ca-rril calle-jón trans-porte ins-truc-ción atlán-tico ¿atlán-tico?`,
	}
	for lang, words := range tests {
		for want := range strings.FieldsSeq(words) {
			word := strings.ReplaceAll(want, "-", "")
			if got := show(word, For(lang).Points(word, 3, 3)); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}

func TestPointsNone(t *testing.T) {
	d := For("en")
	for _, word := range []string{
		"", ".", "’", "a", "record", "C/109/4", "COVID19", "2017", "socio-economic", "develop\u00adment",
		"hyphenation.org", "someone@organization", "organi\xffzation", "organ\u200dization", "organization2", "m²organization",
		"организация", "国際移住機関国際移住機関",
	} {
		if got := d.Points(word, 3, 3); got != nil {
			t.Errorf("%q: %s, want no hyphen", word, show(word, got))
		}
	}
}

// TestMinima asks for fewer and for more letters at the ends than 3.
func TestMinima(t *testing.T) {
	tests := []struct {
		lang, want  string
		left, right int
	}{
		{"en", "or-gan-iz-a-tion", 0, 0}, // the patterns themselves stop at 2 and 3
		{"en", "organ-iz-ation", 5, 5},
		{"en", "organ-ization", 5, 6},
		{"en", "organiz-ation", 6, 5},
		{"en", "organization", 8, 5},
		{"en", "organization", 1 << 60, 3},
		{"fr", "l'édu-cation", 3, 6},
		{"fr", "l'édu-ca-tion", 2, 2}, // l'é-ducation is forbidden by 'é4
		{"es", "or-ga-ni-za-ción", 2, 2},
		{"es", "or-ga-ni-za-ción", -1, -1},
	}
	for _, tt := range tests {
		word := strings.ReplaceAll(tt.want, "-", "")
		if got := show(word, For(tt.lang).Points(word, tt.left, tt.right)); got != tt.want {
			t.Errorf("%s %d %d: %s, want %s", tt.lang, tt.left, tt.right, got, tt.want)
		}
	}
}

// TestMarks hyphenates decomposed text: never between a letter and its mark.
func TestMarks(t *testing.T) {
	tests := map[string]string{ // decomposed, with hyphens
		"e\u0301du-ca-tion":             "fr",
		"pre\u0301-am-bule":             "fr", // "preambule" would be pream-bule
		"vul-ne\u0301-ra-bi-lite\u0301": "fr",
		"orga-ni-za-cio\u0301n":         "es",
		"gobier-nos\u0323":              "es", // a mark no Spanish pattern knows, at the end
	}
	for want, lang := range tests {
		word := strings.ReplaceAll(want, "-", "")
		if got := show(word, For(lang).Points(word, 3, 3)); got != want {
			t.Errorf("%s: %+q, want %+q", lang, got, want)
		}
	}
}

func TestFor(t *testing.T) {
	for _, tag := range []string{"en", "en-GB", "EN-gb", "fr", "fr-CH", "es", "es-419"} {
		if For(tag) == nil {
			t.Errorf("no dictionary for %q", tag)
		}
	}
	for _, tag := range []string{"", "de", "english", "e", "x-en"} {
		if For(tag) != nil {
			t.Errorf("a dictionary for %q", tag)
		}
	}
	var none *Dict
	if none.Points("organization", 3, 3) != nil || none.Exceptions() != nil {
		t.Error("a nil dictionary finds something")
	}
}

// TestFiles holds the counts of hyph-utf8, so a damaged file is noticed.
func TestFiles(t *testing.T) {
	tests := []struct {
		lang                              string
		text                              string
		patterns, left, right, exceptions int
		silent                            int // patterns that say nothing
	}{
		{"en", enGB, 8527, 2, 3, 8, 0},
		{"fr", fr, 1145, 2, 2, 0, 0},
		{"es", es, 4694, 2, 2, 0, 2},
	}
	for _, tt := range tests {
		d := For(tt.lang)
		ends := 0
		for _, n := range d.patterns.nodes {
			if n.levels != 0 {
				ends++
			}
		}
		got := []int{len(reference(tt.text)), d.left, d.right, len(d.exceptions)}
		if diff := cmp.Diff([]int{tt.patterns, tt.left, tt.right, tt.exceptions}, got); diff != "" {
			t.Errorf("%s: %s", tt.lang, diff)
		}
		if want := tt.patterns - tt.silent; ends != want {
			t.Errorf("%s: %d patterns in the trie, want %d", tt.lang, ends, want)
		}
		if !strings.Contains(tt.text, "Permission is hereby granted, free of charge") {
			t.Errorf("%s: the licence is missing", tt.lang)
		}
	}
}

func TestExceptions(t *testing.T) {
	d := For("en")
	want := []string{
		"how-ever", "ma-nu-script", "ma-nu-scripts", "re-ci-pro-city", "some-thing", "through-out", "uni-ver-sit-ies", "uni-ver-sity",
	}
	if diff := cmp.Diff(want, d.Exceptions()); diff != "" {
		t.Error(diff)
	}
	for word, want := range map[string]string{
		"Manuscript": "Manu-script", "manuscript's": "manu-script's", "however,": "how-ever,", "University": "uni-ver-sity",
	} {
		if got := show(word, d.Points(word, 3, 3)); !strings.EqualFold(got, want) {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestWith(t *testing.T) {
	d, err := For("en").With("Organization", "record-ing", "Uni-versity")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"organization", "organization’s", "record-ing", "uni-versity", "Coun-cil", "some-thing", "record-ing's"} {
		word := strings.ReplaceAll(want, "-", "")
		if got := show(word, d.Points(word, 3, 3)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if got := For("en").Points("organization", 3, 3); len(got) != 3 {
		t.Error("With changed the dictionary it was called on")
	}
	for _, bad := range []string{"", "-", "a--b", "a-", "two words", "x9", "o'clock", "organ-", ".dot", "dot."} {
		if _, err := d.With(bad); err == nil {
			t.Errorf("exception %q was taken", bad)
		}
	}
}

// reference is Liang's definition without a trie: every substring of the dotted
// word is looked up in a map.
func reference(text string) map[string][]uint8 {
	all := map[string][]uint8{}
	body := text[strings.Index(text, "\n\\patterns"):]
	for line := range strings.Lines(body) {
		line, _, _ = strings.Cut(line, "%")
		if strings.Contains(line, `\hyphenation`) {
			break
		}
		for word := range strings.FieldsSeq(strings.NewReplacer(`\patterns{`, "", "}", "").Replace(line)) {
			levels, key := make([]uint8, utf8.RuneCountInString(word)+1), ""
			for _, r := range word {
				if unicode.IsDigit(r) {
					levels[utf8.RuneCountInString(key)] = uint8(r - '0')
				} else {
					key += string(r)
				}
			}
			all[key] = levels
		}
	}
	return all
}

func referenceLevels(all map[string][]uint8, word string) []uint8 {
	dotted := []rune("." + word + ".")
	levels := make([]uint8, 2*len(dotted)+64)
	for i := range dotted {
		for j := i + 1; j <= len(dotted) && j <= i+24; j++ {
			for k, v := range all[string(dotted[i:j])] {
				levels[i+k] = max(levels[i+k], v)
			}
		}
	}
	return levels[1:] // as trie.levels: before each letter
}

// TestTrieIsReference compares the trie with the definition on random words
// made of pieces of patterns, which meet them more often than random letters.
func TestTrieIsReference(t *testing.T) {
	for lang, text := range map[string]string{"en": enGB, "fr": fr, "es": es} {
		all := reference(text)
		var pieces []string
		for p := range all {
			if p = strings.Trim(p, "."); p != "" {
				pieces = append(pieces, p)
			}
		}
		slices.Sort(pieces)
		rapid.Check(t, func(t *rapid.T) {
			word := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 5).Draw(t, "word"), "")
			letters, _ := spell(nil, word)
			if small(letters) != word { // an apostrophe at an end
				t.Skip()
			}
			got := For(lang).patterns.levels(letters)
			want := referenceLevels(all, word)[:len(got)]
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s %s: %s", lang, word, diff)
			}
		})
	}
}

// TestLong is a word nobody wrote; the work must grow with its length alone.
func TestLong(t *testing.T) {
	word := strings.Repeat("organization", 1000)
	got := For("en").Points(word, 3, 3)
	if len(got) < 2000 || !slices.IsSorted(got) {
		t.Errorf("%d places", len(got))
	}
	if got := For("fr").Points(strings.Repeat("l'", 5000)+"éducation", 3, 3); len(got) != 2 {
		t.Errorf("%d places after many apostrophes, want 2", len(got))
	}
}

func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, lang := range []string{"en", "fr", "es"} {
				if len(For(lang).Points("administration", 3, 3)) == 0 {
					t.Error(lang)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzHyphen(f *testing.F) {
	for _, word := range []string{
		"organization", "l’éducation", "«\u202fgouvernement\u202f»", "cio\u0301n", "C/109/4", "", "\xff", "a\u0301\u0302b", "İstanbul",
		strings.Repeat("administra", 50), "''''", "é",
	} {
		f.Add(word, 3, 3)
	}
	f.Fuzz(func(t *testing.T, word string, left, right int) {
		for _, lang := range []string{"en", "fr", "es"} {
			points := For(lang).Points(word, left, right)
			if strings.ReplaceAll(show(word, points), "-", "") != strings.ReplaceAll(word, "-", "") {
				t.Fatalf("%q: syllables do not join to the word: %v", word, points)
			}
			last := 0
			for _, p := range points {
				if p <= last || p >= len(word) || !utf8.RuneStart(word[p]) {
					t.Fatalf("%q: place %d after %d", word, p, last)
				}
				if r, _ := utf8.DecodeRuneInString(word[p:]); !unicode.IsLetter(r) {
					t.Fatalf("%q: hyphen before %q", word, r)
				}
				last = p
			}
			if len(points) > 0 && (letterCount(word[:points[0]]) < left || letterCount(word[last:]) < right) {
				t.Fatalf("%q: %v breaks the minima %d and %d", word, points, left, right)
			}
		}
	})
}

func letterCount(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func BenchmarkPoints(b *testing.B) {
	words := strings.Fields("the number of offices that reported having supported States in the implementation of regional " +
		"consultative processes on migration; resettlement, reintegration and humanitarian assistance to beneficiaries")
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	d := For("en")
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			d.Points(w, 3, 3)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
}

// BenchmarkBuild is what the first word of a language costs; bytes of the trie
// are reported with it.
func BenchmarkBuild(b *testing.B) {
	for lang, text := range map[string]string{"en": enGB, "fr": fr, "es": es} {
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			var d *Dict
			for b.Loop() {
				d = parse(text)
			}
			b.ReportMetric(float64(12*len(d.patterns.nodes)+32*len(d.patterns.marks)), "trie-B")
		})
	}
}
