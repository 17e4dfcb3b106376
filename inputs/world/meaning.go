package world

import (
	_ "embed" // for the tables
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"assemble/inputs/source"

	"golang.org/x/text/unicode/norm"
)

//go:embed aliases.csv
var aliasesCSV []byte

//go:embed doubtful.csv
var doubtfulCSV []byte

// Doubt says why a word does not name one State.
type Doubt uint8

// The doubts. NoDoubt is that of a word that names one; NotKnown that of a word
// that stands in none of the tables.
const (
	NoDoubt Doubt = iota
	NotKnown
	Several   // States share the word: Korea, Congolese
	Former    // a State that several have succeeded: Yugoslavia
	Territory // no State of this table: Hong Kong, Kosovo
	Stateless // persons without the nationality of a State
	Unusual   // a code of sports federations or of motor traffic: GER
)

func doubts() []string {
	return []string{Several: "several", Former: "former", Territory: "territory", Stateless: "stateless", Unusual: "code"}
}

// NoState is a candidate that is not a State: the person is counted under none.
const NoState = "OTHER"

// Meaning is what a word that stands for a nationality means.
type Meaning struct {
	State      string // alpha-3; "" where there is a doubt
	Doubt      Doubt
	Candidates []string // what a person may choose from, the likeliest first: alpha-3, or NoState
}

// usage is what people write for States beside their names and codes.
type usage struct {
	table    *Table
	loose    map[string]string  // word of a State, as Fold makes it → alpha-3
	doubtful map[string]Meaning // word that does not name one State
	known    []string           // keys of loose, in order
}

// Meaning returns what a word means that people wrote for a nationality: beside
// what Find knows the long names of States, demonyms, former names and usual
// spellings, in three languages, with accents or without. A word that could mean
// several things comes with its candidates; it does not choose.
func (t *Table) Meaning(word string) Meaning {
	if code, ok := t.Find(visible(word)); ok {
		return Meaning{State: code}
	}
	key := withoutArticle(Fold(word))
	u := t.read()
	if code, ok := u.loose[key]; ok {
		return Meaning{State: code}
	}
	if m, ok := u.doubtful[key]; ok {
		return m
	}
	return Meaning{Doubt: NotKnown}
}

// Suggest returns the State whose name is nearest to a word, "" if none is near.
// It is for a question to a person, never for an answer.
func (t *Table) Suggest(word string) string {
	key := withoutArticle(Fold(word))
	if len([]rune(key)) < 4 { // codes are near to each other
		return ""
	}
	u := t.read()
	return u.loose[source.Nearest(key, u.known)]
}

// read returns the words that people use. A fault in the tables is found by
// Check; here a word behind it is one that nobody knows, and is asked about.
func (t *Table) read() *usage {
	if t.usage == nil { // a table without rows
		return &usage{}
	}
	u, _ := t.usage()
	return u
}

// Fold makes words comparable: small letters without accents, full stops and
// doubled spaces; one kind of apostrophe and hyphen.
func Fold(word string) string {
	if isPlain(word) {
		return word
	}
	word = strings.Map(func(r rune) rune {
		if r == '.' || r >= 0x300 && unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(fold(visible(word))))
	return strings.Join(strings.Fields(word), " ")
}

// visible takes out what nobody sees: marks of byte order and of direction, soft
// hyphens, spaces without width. Tables that were pasted together hold them.
func visible(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, word)
}

// isPlain reports whether a word is as Fold would make it: most are.
func isPlain(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// withoutArticle takes the English article off a folded name: "gambia, the".
func withoutArticle(key string) string {
	key = strings.TrimPrefix(key, "the ")
	for _, end := range []string{" (the)", ", the"} {
		key = strings.TrimSuffix(key, end)
	}
	return key
}

// addAliases makes the words of a row findable by Meaning.
func (u *usage) addAliases(row map[string]string) error {
	code := row["alpha3"]
	if _, ok := u.table.state(code); !ok {
		return fmt.Errorf("there is no State %q", code)
	}
	for _, column := range []string{"long", "demonym", "former", "spelling"} {
		for w := range strings.SplitSeq(row[column], "|") {
			if err := u.alias(code, w); err != nil {
				return err
			}
		}
	}
	return nil
}

// forms returns a word as Fold makes it, with the forms in which lists turn round
// what is in parentheses: "Iran, Islamic Republic of".
func forms(word string) []string {
	list := []string{word}
	if name, more, ok := strings.Cut(word, " ("); ok {
		more = strings.TrimSuffix(more, ")")
		list = append(list, name+", "+more, name+" "+more, name+" - "+more, name+"("+more+")")
	}
	for i, f := range list {
		list[i] = withoutArticle(Fold(f))
	}
	return list
}

// alias adds a word with its forms.
func (u *usage) alias(code, word string) error {
	if word == "" {
		return nil
	}
	for _, key := range forms(word) {
		if other, taken := u.loose[key]; taken && other != code {
			return fmt.Errorf("%q means %s and %s", key, other, code)
		}
		if other, taken := u.table.words[key]; taken && other != code {
			return fmt.Errorf("%q means %s and %s", key, other, code)
		}
		u.loose[key] = code
	}
	return nil
}

// addNames makes the names of all States findable by Meaning, with the short
// form of names that have their kind of State in parentheses.
func (u *usage) addNames() error {
	for _, s := range u.table.states {
		for _, n := range s.names {
			for _, l := range languages() {
				for _, name := range n.by[l] {
					short, _, _ := strings.Cut(name, " (")
					for _, form := range []string{name, short} {
						if err := u.alias(s.alpha3, form); err != nil {
							return err
						}
					}
				}
			}
		}
	}
	return nil
}

// addDoubtful adds words that do not name one State.
func (u *usage) addDoubtful(row map[string]string) error {
	i := slices.Index(doubts(), row["kind"])
	if i < int(Several) {
		return fmt.Errorf("%q is no kind of doubt", row["kind"])
	}
	m := Meaning{Doubt: Doubt(i), Candidates: strings.Split(row["candidates"], "|")}
	for _, c := range m.Candidates {
		if _, ok := u.table.state(c); !ok && c != NoState {
			return fmt.Errorf("there is no State %q", c)
		}
	}
	for w := range strings.SplitSeq(row["word"], "|") {
		for _, key := range forms(w) {
			if code, taken := u.loose[key]; taken {
				return fmt.Errorf("%q means %s already", w, code)
			}
			if code, taken := u.table.words[key]; taken {
				return fmt.Errorf("%q means %s already", w, code)
			}
			if old, taken := u.doubtful[key]; taken && !slices.Equal(old.Candidates, m.Candidates) {
				return fmt.Errorf("%q means two things", w)
			}
			u.doubtful[key] = m
		}
	}
	return nil
}

// readUsage reads the tables of words; with an error what stands before it.
func (t *Table) readUsage() (*usage, error) {
	u := &usage{table: t, loose: map[string]string{}, doubtful: map[string]Meaning{}}
	if err := u.addNames(); err != nil {
		return u, fmt.Errorf("table of States: %w", err)
	}
	if err := rows(aliasesCSV, u.addAliases); err != nil {
		return u, fmt.Errorf("table of aliases: %w", err)
	}
	if err := rows(doubtfulCSV, u.addDoubtful); err != nil {
		return u, fmt.Errorf("table of doubtful words: %w", err)
	}
	u.known = slices.Sorted(maps.Keys(u.loose))
	return u, nil
}
