package edition

import (
	"testing"

	"assemble/inputs/source"
)

func TestProof(t *testing.T) {
	const proof = `proof:
  known: [HIV, "9/11"]
  off:
    - {rule: proof-dash, reason: {en: The house sets dashes closed up.}}
`
	e, faults := read(t, folderOf(t, whole+proof))
	if faults != "" {
		t.Fatal(faults)
	}
	p := e.Proof
	if len(p.Known) != 2 || p.Known[1].S != "9/11" || len(p.Off) != 1 || p.Off[0].Rule.S != "proof-dash" || p.Off[0].Rule.At.Start.A != 25 {
		t.Errorf("read %+v", p)
	}
}

// TestReasons: nothing is switched off or accepted without a reason.
func TestReasons(t *testing.T) {
	for text, want := range map[string]string{
		"proof: {off: [{rule: proof-dash, reason: \"\"}]}\n": "edition.yaml:22:15 edition-reason: the rule proof-dash is switched off without a reason; " +
			"write the reason: whoever prepares the next edition will want to know it",
		"proof: {off: [{rule: proof-dash, reason: \" \"}]}\n": "edition.yaml:22:15 edition-reason: the rule proof-dash is switched off without a reason; " +
			"write the reason: whoever prepares the next edition will want to know it",
		"proof: {off: [{rule: proof-dash}]}\n": "edition.yaml:22:15 yaml-missing-key: reason is missing; add reason: …",
		"accept: [{rule: x, at: y, reason: {en: \"\"}}]\n": "edition.yaml:22:10 edition-reason: a finding of x is accepted without a reason; " +
			"write the reason: whoever prepares the next edition will want to know it",
	} {
		if _, got := read(t, folderOf(t, whole+text)); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestApply: a reading that did not check everything calls no entry needless,
// and a finding with a key may be accepted by its place as well.
func TestApply(t *testing.T) {
	const accept = `accept:
  - {rule: word-twice, at: "edition.yaml:6:8", reason: As printed.}
  - {rule: quoted-differs, at: "facts.yaml:gone", reason: No more.}
`
	e, faults := read(t, folderOf(t, whole+accept))
	if faults != "" {
		t.Fatal(faults)
	}
	var found, r source.Reporter
	at := e.At
	at.Start.A, at.Start.B = 6, 8
	found.Add(source.Diagnostic{Code: "word-twice", Key: "edition.yaml:the the", At: at, Message: "a word stands twice"})
	used := e.Apply(&found, &r)
	if got, want := lines(e.folder.files, &r), "edition.yaml:6:8 word-twice: a word stands twice;  (warning)"; got != want {
		t.Errorf("got %s", got)
	}
	if !used[0] || used[1] {
		t.Errorf("needed: %v", used)
	}
}
