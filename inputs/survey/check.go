package survey

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"assemble/inputs/source"
)

// ReadLedger reads the ledger of a table of answers, registered as file; nil with
// an error.
func ReadLedger(text []byte, file source.FileID, r *source.Reporter) *Ledger {
	var l Ledger
	at := source.At(source.Pos{File: file})
	switch err := json.Unmarshal(text, &l); {
	case err != nil:
		r.Error("survey-ledger", at, "the ledger is no JSON that an import wrote", "import the questionnaire again")
	case l.Schema != 1:
		r.Error("survey-ledger", at, fmt.Sprintf("schema %d of the ledger is not known to this program", l.Schema), "import the questionnaire again, or use a newer program")
	default:
		return &l
	}
	return nil
}

// CheckLedger holds the answers of a year, whose table is text, against the
// ledger of their import. Line ends do not count.
func CheckLedger(y *Year, text []byte, l *Ledger, r *source.Reporter) {
	text = bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	sum := sha256.Sum256(text)
	for _, w := range l.Written {
		if w.Name == AnswersName(y.Answers.Year) && w.SHA256 != hex.EncodeToString(sum[:]) {
			r.Add(source.Diagnostic{
				Code: "survey-by-hand", At: y.Answers.Place(), Key: w.Name,
				Message: "the answers were changed by hand since their import" + differing(y, l),
				Fix:     "correct the export or the decisions, and import again",
			})
		}
	}
}

// differing names the questions whose counts are not those of the ledger.
func differing(y *Year, l *Ledger) string {
	const most = 8
	var names []string
	for _, t := range l.Questions {
		n := func(of Of) int64 { return y.Count(Query{Of: of, Question: t.Question}) }
		if n(Gave) != t.Answered || n(LeftBlank) != t.Blank || n(SaidNotApplicable) != t.NotApplicable || n(PassedOver) != t.NotAsked {
			names = append(names, t.Question)
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > most:
		return fmt.Sprintf(", to %d questions", len(names))
	}
	return ", to " + strings.Join(names, ", ")
}
