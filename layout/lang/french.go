package lang

import "math/big"

// french puts a narrow no-break space between thousands and a no-break space
// before the per cent sign and the colon (domain notes: three French families;
// this is the one with "Original : anglais").
func french() *Table {
	prose := Profile{
		Group: thin, MinGroup: 4, Decimal: ",", Percent: nbsp + "pour" + nbsp + "cent", Minus: minus, Plus: "+",
		WordsBelow: 10, Zero: "0",
	}
	table := prose
	table.Percent, table.WordsBelow, table.Bare = nbsp+"%", 0, true
	return &Table{
		tag: "fr",
		months: [12]string{
			"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
			"novembre", "décembre",
		},
		quotes: Quotes{Open: "«\u00a0", Close: "\u00a0»", InnerOpen: "“", InnerClose: "”"},
		marks: marks{
			noteBeforePunctuation: true, list: [2]string{"%s)", "%s)"},
			joins:         " auparavant puis maintenant seulement contre environ quelque près plus moins ",
			phrases:       " le la les un une de du des à au aux en par pour sur sous avec et ou dans entre ",
			abbreviations: " no nos par art vol p pp ",
		},
		profiles: profiles(prose, table, nbsp+"%"),
		numerals: numerals{
			cardinal: frenchCardinal, ordinal: frenchOrdinal, ordinalEnd: wordsEnd, ordinalMark: frenchOrdinalMark,
			session: func(t *Table, n int64) string { return t.Capitalize(t.OrdinalWords(n, Feminine)) + " session" },
			// The plural begins at 2: 1,4 million, 0 point.
			singular: func(abs *big.Rat) bool { return abs.Cmp(big.NewRat(2, 1)) < 0 },
			minus:    "moins", point: "virgule",
			// One thousand is mille, never "un mille", and 1 500 is not "1,5 mille".
			linking: [2]string{"de" + nbsp, "d’"}, thousand: Noun{"", "mille"}, million: Noun{"million", "millions"},
			points: Noun{"point de pourcentage", "points de pourcentage"}, of: []string{"de", "des", "d’"}, firstDay: "1er",
		},
		nouns:   frenchGender(),
		strings: frenchStrings(),
		proof:   frenchProof(),
	}
}

func frenchStrings() Strings {
	return Strings{
		Contents: "Table des matières", Acronyms: "Liste des acronymes", Foreword: "Avant-propos",
		Distribution: "Distribution\u00a0: %s", Original: "Original\u00a0: %s", LanguageOnly: "En %s seulement",
		LanguageNames: LanguageNames{
			Arabic: "arabe", Chinese: "chinois", English: "anglais", French: "français", Russian: "russe", Spanish: "espagnol",
		},

		Annex: "Annexe", Annexes: "Annexes", Box: "Encadré", Table: "Tableau", Figure: "Figure",
		Page: "Page", PageNo: "Page\u00a0%s", LabelNo: "%s\u00a0%s", Continued: "(suite)", KeyFigures: "Chiffres clés",

		Paragraph: "paragraphe", Paragraphs: "paragraphes",
		TheParagraph: "paragraphe\u00a0%s", TheParagraphs: "paragraphes\u00a0%s à\u00a0%s", TheTable: "tableau\u00a0%s",
		TheFigure: "figure\u00a0%s", TheBox: "encadré\u00a0%s", TheAnnex: "annexe\u00a0%s", InAnnex: "%s, %s", TheFootnote: "note\u00a0%s",
		TheForeword: "l’avant-propos", TheSectionOn: "la section intitulée «\u00a0%s\u00a0»",

		Comparator: "%s\u00a0: %s", Increase: "augmentation", Decrease: "diminution", NoChange: "aucun changement",

		Base: "Base %s", BaseRow: "Base", BaseNote: "Base\u00a0: %s\u00a0%s", MoreThanOne: "plusieurs réponses possibles",
		Clauses: "%s\u00a0; %s.", Share: "Part", CountAndShare: "Nombre de %s et part de la base, en pour cent",
		PerCentOf: "Pourcentage des %s", NumberOf: "Nombre de %s", MillionsOf: "Millions\u00a0(%s)", SourceLine: "Source\u00a0: %s",
		Questionnaire: "questionnaire adressé aux bureaux, %s", Total: "Total", OtherAnswers: "Autre", NoneOfThese: "Aucun",
		NotComputed: "Non calculé", NotAvailable: "Non disponible", NotApplicable: "Sans objet",
		RoundingNote:  "Les chiffres étant arrondis, la somme des parts peut différer de 100\u00a0%.",
		InParentheses: "Les chiffres entre parenthèses sont des diminutions.", FootnoteLabel: "Note %s",
		MemberStates:   "%s États Membres, un point chacun",
		MoreThanBefore: "%s de plus qu’un an auparavant (anneaux)",
		Chart: ChartStrings{
			Bars: "Graphique à barres\u00a0: %s", GroupedBars: "Graphique à barres groupées\u00a0: %s",
			Stacked: "Graphique à barres empilées\u00a0: %s", Line: "Courbe\u00a0: %s",
			Value: "%s\u00a0: %s", ValueOfBase: "%s\u00a0: %s sur %s",
		},
		Staff: frenchStaff(), Workbook: frenchWorkbook(), Survey: frenchSurvey(),

		Draft: "PROJET", DraftTitle: "Éléments manquants de ce projet", DraftMissing: "[manque\u00a0: %s]", DraftHole: "%s (%s)",
	}
}

func frenchStaff() StaffStrings {
	return StaffStrings{
		Nationality: "Nationalité", Indicator: "Indicateur", Grade: "Classe", Year: "Année", Total: "Total", TotalIn: "Total en %s", Other: "Autres",
		Women: "Femmes", Men: "Hommes", F: "F", M: "H", X: "X", U: "U", BySex: "Par sexe",
		GeneralService: "Services généraux", NationalOfficers: "Administrateurs nationaux",
		Professional: "Administrateurs internationaux", GeneralAndNational: "Services généraux, administrateurs nationaux",
		Scope:       "Personnes en poste. États Membres d’abord, par ordre alphabétique, puis autres nationalités.",
		MemberGroup: "États Membres", OtherGroup: "États observateurs, États non membres et autres",

		LegendG: "G\u00a0: services généraux", LegendNO: "NO\u00a0: administrateur national",
		LegendP: "P\u00a0: administrateur", LegendD: "D\u00a0: directeur",
		LegendE: "E‑1, E‑2\u00a0: chefs de l’Organisation", LegendUG: "UG\u00a0: hors classe",
		Neither: "Ni femme ni homme", NotRecorded: "Non indiqué", WithoutOther: "Sans les nationalités qui ne sont pas nommées.",
		LegendSex: "F\u00a0: femmes\u00a0; H\u00a0: hommes",
		LegendX:   "X\u00a0: ni femme ni homme", LegendU: "U\u00a0: non indiqué",
		LegendBlank: "Une case vide signifie que personne n’occupe cette classe\u00a0; un total de 0 est imprimé pour chaque " +
			"État Membre et chaque observateur sans personnel.",
		LegendOther: "Autres\u00a0: nationalités qui ne sont pas nommées.",

		PercentageWomen: "Pourcentage de femmes", PercentageWomenIn: "Pourcentage de femmes en %s",
		PercentageInternational: "Pourcentage d’internationaux", ChangeInPoints: "Variation en points de pourcentage",
		ChangeBetween: "Variation, %s–%s, points de pourcentage",
		WithoutHeads:  "Sans le Directeur général ni le Directeur général adjoint.",
		WithoutGrades: "Sans les fonctionnaires des classes %s.",
		Disclosure:    "Sur les chiffres autres que 0, %s sur %s comptent moins de %s personnes.",

		MenAndWomenTitle:  "Hommes et femmes dans la catégorie des administrateurs internationaux, %s–%s",
		WomenByGradeTitle: "Femmes dans la catégorie des administrateurs internationaux, par classe, %s–%s",
		SeniorTitle:       "Hommes et femmes aux classes P‑5 et supérieures, %s–%s",
		AllStaffTitle:     "Personnel international et national, %s et années antérieures",

		MemberNationalities: "Nationalités d’États Membres", NonMemberNationalities: "Autres nationalités",
		AllNationalities: "Ensemble des nationalités représentées", NumberOfMemberStates: "États Membres",
		PercentageRepresented: "Pourcentage d’États Membres représentés",

		AllStaff: "Ensemble du personnel", StaffMember: Noun{"fonctionnaire", "fonctionnaires"}, Nation: Noun{"nationalité", "nationalités"},
	}
}
