package world

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestMeaning(t *testing.T) {
	table := load(t)
	for word, want := range map[string]string{
		"NA": "NAM", "na": "NAM", "516": "NAM", "Namibian": "NAM",
		"Congo": "COG", "Congo (Kinshasa)": "COD", "Congo, Democratic Republic of the": "COD", "DR Congo": "COD", "D.R. Congo": "COD", "RDC": "COD",
		"Congo-Brazzaville": "COG", "Congo, Rep.": "COG", "Zaire": "COD", "zaïroise": "COD",
		"Niger": "NER", "Nigeria": "NGA", "Nigerien": "NER", "nigérien": "NER", "Nigerian": "NGA", "nigériane": "NGA", "nigeriano": "NGA", "nigerino": "NER",
		"Guinea": "GIN", "Guinée": "GIN", "Guinea Bissau": "GNB", "Equatorial Guinean": "GNQ", "Papua New Guinean": "PNG", "ecuatoguineano": "GNQ",
		"Dominica": "DMA", "Dominique": "DMA", "Dominican Republic": "DOM", "dominicano": "DOM", "dominiquaise": "DMA",
		"South Korea": "KOR", "Korea, Republic of": "KOR", "DPRK": "PRK", "Korea, Democratic People's Republic of": "PRK",
		"Iran": "IRN", "Iran, Islamic Republic of": "IRN", "Iran (Islamic Republic of)": "IRN", "Islamic Republic of Iran": "IRN",
		"the Gambia": "GMB", "Gambia, The": "GMB", "Gambia (the)": "GMB", "Netherlands (the)": "NLD",
		"British": "GBR", "UK": "GBR", "U.K.": "GBR", "Great Britain": "GBR",
		"Ivorian": "CIV", "Cote d'Ivoire": "CIV", "COTE D’IVOIRE": "CIV", "Ivory Coast": "CIV",
		"Burma": "MMR", "Swaziland": "SWZ", "eSwatini": "SWZ", "FYROM": "MKD", "Turkiye": "TUR", "Tchad": "TCD", "Bresil": "BRA", "brésilienne": "BRA",
		"Irak": "IRQ", "Vietnam": "VNM", "Laos": "LAO", "St. Lucia": "LCA", "St Kitts & Nevis": "KNA", "Sao Tome & Principe": "STP",
		"United States": "USA", "EE.UU.": "USA", "Russia": "RUS", "Syria": "SYR", "Tanzania, United Republic of": "TZA",
		"Congo, D.R.": "COD", "Congo (Rep. of the)": "COG", "Republic of the Congo": "COG", "Congo-Kinshasa": "COD", "Belgian Congo": "COD", "RD Congo": "COD",
		"N. Korea": "PRK", "S. Korea": "KOR", "Korea, Dem. People's Rep.": "PRK", "Korea, Rep.": "KOR", "Corée du Nord": "PRK", "República Popular Democrática de Corea": "PRK", "sud-coréenne": "KOR",
		"Guinea Ecuatorial": "GNQ", "Guinée-Bissau": "GNB", "Papouasie-Nouvelle-Guinée": "PNG", "Guinean": "GIN", "Bissau-Guinean": "GNB", "Guinée équatoriale": "GNQ",
		"nigérian": "NGA", "nigérienne": "NER", "Republic of Niger": "NER", "Federal Republic of Nigeria": "NGA",
		"dominiquais": "DMA", "Commonwealth of Dominica": "DMA", "Dominicana": "DOM", "República Dominicana": "DOM", "Dom. Rep.": "DOM",
		"Micronesia, Fed. Sts.": "FSM", "Egypt, Arab Rep.": "EGY", "Iran, Islamic Rep.": "IRN", "Venezuela, RB": "VEN", "Yemen, Rep.": "YEM", "Macedonia, FYR": "MKD", "West Bank and Gaza": "PSE", "Kyrgyz Republic": "KGZ",
		"Upper Volta": "BFA", "Dahomey": "BEN", "Ceylon": "LKA", "Kampuchea": "KHM", "East Timor": "TLS", "Cape Verde": "CPV", "Czech Republic": "CZE", "Byelorussia": "BLR", "GDR": "DEU", "Western Samoa": "WSM",
		"Palestine": "PSE", "Republic of Ireland": "IRL", "Deutschland": "DEU", "Swiss": "CHE",
	} {
		if got := table.Meaning(word); got.State != want || got.Doubt != NoDoubt {
			t.Errorf("Meaning(%q) = %+v, want %s", word, got, want)
		}
	}
}

// Every State is found by each of its codes and by each of its names in three
// languages, in capitals, without accents and turned round.
func TestEveryNameMeansItsState(t *testing.T) {
	table := load(t)
	for _, s := range table.states {
		words := []string{s.alpha3, s.alpha2, s.m49, strings.ToLower(s.alpha3), " " + s.alpha2 + "\u00a0"}
		for _, n := range s.names {
			for _, l := range languages() {
				for _, name := range n.by[l] {
					words = append(words, name, strings.ToUpper(name), Fold(name), strings.ReplaceAll(name, "’", "'"), "\ufeff"+name+"\u200b")
					if first, more, ok := strings.Cut(strings.TrimSuffix(name, ")"), " ("); ok {
						words = append(words, first+", "+more, first)
					}
				}
			}
		}
		for _, w := range words {
			if m := table.Meaning(w); m.State != s.alpha3 && !(m.Doubt == Several && slices.Contains(m.Candidates, s.alpha3)) {
				t.Errorf("%q means %+v, not %s", w, m, s.alpha3)
			}
		}
	}
}

func TestDoubts(t *testing.T) {
	table := load(t)
	for word, want := range map[string]string{
		"Korea": "2 KOR PRK", "Congolese": "2 COD COG", "Dominican": "2 DOM DMA", "Macedonia": "2 MKD",
		"Yugoslavia": "3 SRB MNE BIH HRV MKD SVN", "Serbia & Montenegro": "3 SRB MNE", "U.S.S.R.": "3 RUS ARM",
		"Kosovo": "4 OTHER SRB", "Hong Kong": "4 CHN OTHER", "Taiwan, Province of China": "4 OTHER CHN",
		"Republic of China": "4 OTHER CHN", "apatride": "5 OTHER", "GER": "6 DEU", "CHI": "6 CHL CHN",
		"Nigera": "1 ", "": "1 ", "Jonathan": "1 ",
	} {
		m := table.Meaning(word)
		got := string(rune('0'+m.Doubt)) + " " + strings.Join(m.Candidates, " ")
		if !strings.HasPrefix(got, want) || m.State != "" {
			t.Errorf("Meaning(%q) = %q %q, want %q", word, m.State, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	table := load(t)
	for word, want := range map[string]string{
		"Afganistan": "AFG", "Phillipine": "PHL", "Columbian": "COL", "Nigerrian": "NGA", "GEM": "", "Xylophonia": "", "": "",
	} {
		if got := table.Suggest(word); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", word, got, want)
		}
	}
}

// Every State must have words beyond its names, and every row must be needed.
func TestAliasesAreComplete(t *testing.T) {
	table := load(t)
	seen := map[string]int{}
	err := rows(aliasesCSV, func(row map[string]string) error {
		seen[row["alpha3"]]++
		if row["demonym"] == "" {
			t.Errorf("%s has no demonym", row["alpha3"])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range table.Codes() {
		if seen[code] != 1 {
			t.Errorf("%s has %d rows of aliases", code, seen[code])
		}
	}
	t.Logf("%d words of States, %d doubtful", len(table.read().loose), len(table.read().doubtful))
}

func FuzzMeaning(f *testing.F) {
	table := load(f)
	for _, s := range []string{"", "NA", "Côte d’Ivoire", "Iran (Islamic Republic of)", "the ", ", the", "\xff\xfe", "ﬁnlande", "(", "İran"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		m := table.Meaning(word)
		if (m.State != "") != (m.Doubt == NoDoubt) {
			t.Fatalf("Meaning(%q) = %+v", word, m)
		}
		if again := table.Meaning(Fold(word)); m.State != "" && again.State != m.State {
			t.Fatalf("Meaning(%q) is %s, folded %s", word, m.State, again.State)
		}
		if f := Fold(word); Fold(f) != f {
			t.Fatalf("Fold(%q) is %q and then %q", word, f, Fold(f))
		}
		table.Suggest(word)
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUsage(b *testing.B) {
	table := load(b)
	for b.Loop() {
		if _, err := table.readUsage(); err != nil {
			b.Fatal(err)
		}
	}
}

// A fault in the tables of words is one of Check, and without a table nobody
// knows any word.
func TestUsageFaults(t *testing.T) {
	u := &usage{table: load(t), loose: map[string]string{}, doubtful: map[string]Meaning{}}
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"no State", u.addAliases(map[string]string{"alpha3": "XXX"}), `there is no State "XXX"`},
		{"a word of another State", u.addAliases(map[string]string{"alpha3": "FRA", "demonym": "Chad"}), `"chad" means TCD and FRA`},
		{"no doubt", u.addDoubtful(map[string]string{"word": "x", "kind": "sure"}), `"sure" is no kind of doubt`},
		{"a word that is sure", u.addDoubtful(map[string]string{"word": "Chad", "kind": "several", "candidates": "TCD"}), `"Chad" means TCD already`},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("%s: %v", c.name, c.err)
		}
	}
	broken := load(t)
	broken.usage = func() (*usage, error) { return u, errors.New("a fault") }
	if err := broken.Check(); err == nil {
		t.Error("Check finds no fault")
	}
	if m := (&Table{}).Meaning("Chadian"); m.Doubt != NotKnown {
		t.Errorf("a table without rows knows %+v", m)
	}
}
