package proof

import (
	"testing"

	"assemble/layout/doc"
)

func TestAcronyms(t *testing.T) {
	dtm := Acronym{Short: "DTM", Long: "Displacement Tracking Matrix"}
	rcp := Acronym{Short: "RCP", Plural: "RCPs", Long: "regional consultative process on migration"}
	sdg := Acronym{Short: "SDGs", Long: "Sustainable Development Goals"}
	micic := Acronym{Short: "MICIC", Long: "Migrants in Countries in Crisis (Initiative)"}
	gof := Acronym{Short: "MigOF", Long: "Migration Governance Framework"}
	sea := Acronym{Short: "SEA", Long: "sexual exploitation and abuse"}
	psea := Acronym{Short: "PSEA", Long: "protection from sexual exploitation and abuse"}
	nfi := Acronym{Short: "NFI", Long: "non-food items"}
	rpa := Acronym{Short: "RPA", Plural: "RPAen", Long: "regional pass authority"}
	for _, c := range []struct {
		acronyms []Acronym
		example
	}{
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM) is used. DTM data are.", ""}},
		{[]Acronym{dtm}, example{"The *Displacement\nTracking Matrix* (DTM) is used. DTM data are.", ""}},
		{[]Acronym{dtm}, example{"The DTM is used.", "1:5 acronym-first"}},
		{[]Acronym{dtm}, example{"# DTM\n\nThe Displacement Tracking Matrix (DTM) is used.", "1:3 acronym-first"}},
		{[]Acronym{dtm}, example{"The matrix (DTM) is used.", "1:13 acronym-first"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM), DTM. A Displacement Tracking Matrix (DTM).", "1:78 acronym-again"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM), DTM. A Displacement\nTracking Matrix.", "1:48 acronym-again"}},
		{[]Acronym{dtm}, example{"# A Displacement Tracking Matrix\n\nOur Displacement Tracking Matrix, the Displacement Tracking Matrix (DTM). DTM, *Displacement Tracking Matrix*.\n\n## Displacement Tracking Matrix\n\n## B", ""}},
		{[]Acronym{sea, psea}, example{"Sexual exploitation and abuse (SEA). Protection from sexual exploitation and abuse (PSEA), SEA, PSEA.", ""}},
		{[]Acronym{sea, psea}, example{"Protection from sexual exploitation and abuse (PSEA), PSEA. Sexual exploitation and abuse (SEA), SEA.\n\nProtection from sexual exploitation and abuse.", "3:1 acronym-again"}},
		{[]Acronym{nfi}, example{"Non-food items (NFI), NFI. No non-food items.", ""}},
		{[]Acronym{dtm}, example{"DTM (Displacement Tracking Matrix) is used; DTM data are.", ""}},
		{[]Acronym{dtm}, example{"The Data Tracking Matrix is used.", "0:0 acronym-unused, 1:5 name-differs"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM) is used.", "0:0 acronym-unused"}},
		{[]Acronym{dtm}, example{"Nothing.", "0:0 acronym-unused"}},
		{[]Acronym{rcp}, example{"Regional consultative processes on migration (RCPs) met. An RCP and RCPs meet.", ""}},
		{[]Acronym{sdg}, example{"The Sustainable Development Goals (SDGs) count. SDG 8 is one.", ""}},
		{[]Acronym{micic}, example{"The Migrants in Countries in Crisis (MICIC) Initiative. MICIC is old.", ""}},
		{[]Acronym{gof}, example{"The Migration Governance Framework (MiGOF) is used. MiGOF is.", "1:37 acronym-spelling, 1:53 acronym-spelling"}},
		{[]Acronym{gof}, example{"The Migration Governance Framework (MigOF) is used. UN–MigOF is, as is MigOF’s.", ""}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM). DTM and UNDP, UNDP.", "1:49 acronym-unlisted"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM). DTM, in USD 5, under chapter IV, C/RES/1, P-5, OMP, MigApp, HIV, CO2, G20.", ""}},
		{[]Acronym{dtm}, example{"The eDTM is used.", "0:0 acronym-unused"}},
		{[]Acronym{dtm}, example{"A (Displacement Tracking Matrix DTM) is used.", "1:33 acronym-first"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM; used since 2004). DTM is.", ""}},
		{[]Acronym{rpa}, example{"The regional pass authority (RPA) and the RPAen.", ""}},
		{[]Acronym{rpa}, example{"The regional pass authority (RPA), RPA. UNDP/OHCHR and WMO 5 met.", "1:41 acronym-unlisted, 1:46 acronym-unlisted, 1:56 acronym-unlisted"}},
		{[]Acronym{rpa}, example{"The regional pass authority (RPA), RPA. A\\_UNDP, UNDP@b.org, www.UNDP.org, GS-5 and NO-{{=3}}.", ""}},
		{[]Acronym{rpa}, example{"The regional pass authority (RPA), RPA.\n\n## ALL ABOUT UNDP\n\n## UNDP", "5:4 acronym-unlisted"}},
		{nil, example{"UNDP is not listed, for there is no list.", ""}},
	} {
		e := edition{acronyms: c.acronyms, known: []string{"HIV", "UN"}}
		run(t, e, []example{c.example})
	}
}

// TestAcronymMessages: what is wrong is said apart.
func TestAcronymMessages(t *testing.T) {
	e := edition{acronyms: []Acronym{{Short: "DTM", Long: "Displacement Tracking Matrix"}}}
	for text, want := range map[string]string{
		"Nothing.": "DTM is listed and not used",
		"The Displacement Tracking Matrix (DTM) is used.": "DTM is used only where it is written out",
		"The DTM is used.":                "DTM is used before it is written out",
		"The matrix (DTM) is used.":       "what stands before DTM is not its full form, Displacement Tracking Matrix",
		"The Data Tracking Matrix (DTM).": "the name is near to Displacement Tracking Matrix (DTM), but has Data instead of Displacement",
	} {
		list, _ := e.findings(t, text)
		if len(list) == 0 || list[0].Message != want {
			t.Errorf("%q: %+v", text, list)
		}
	}
}

// TestListOfAcronyms: the list itself uses nothing and writes nothing out.
func TestListOfAcronyms(t *testing.T) {
	e := edition{acronyms: []Acronym{{Short: "DTM", Long: "Displacement Tracking Matrix"}}, blocks: func(p *doc.Part) { p.Kind = doc.Acronyms }}
	run(t, e, []example{{"The DTM and UNDP.", "0:0 acronym-unused"}})
}
