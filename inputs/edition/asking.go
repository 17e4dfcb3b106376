package edition

import "assemble/inputs/strict"

// Asking says how the questionnaire is imported: survey in edition.yaml.
type Asking struct {
	// Texts are the codes of the questions whose free text is kept. All other
	// texts stay outside the edition, for people may have written anything.
	Texts []strict.Str `yaml:"texts"`
}
