package lang

// SurveyStrings are the words of figures that come from a questionnaire.
type SurveyStrings struct {
	// Units: offices of one kind are never counted with another.
	Office, CountryOffice, RegionalOffice, Headquarters, OtherOffice, Country Noun

	// Labels of the kinds of offices and of countries, after that of an answer.
	CountryOffices, RegionalOffices, AtHeadquarters, OtherOffices, Countries string

	// Labels of figures.
	Responded, Missing   string // offices that answered the questionnaire, or did not
	Asked, NotAsked      string // of a question, after its label, as are the next five
	Blank, NotApplicable string
	Zero, Positive       string
	Sum                  string
	MoreThanOne          string // sentence: note of a chart that does not show it
	Few                  string // note; %s: base with its noun
	And, AndBeforeI      string // before the last item of a list; before one that begins with the sound i
	SharesOfAnswers      string // unit line of a chart of shares
	PercentOf            string // label of a share; %s: label
	Questionnaires       string // source of several years; %s: first year, last year
}

func englishSurvey() SurveyStrings {
	return SurveyStrings{
		Office: Noun{"office", "offices"}, CountryOffice: Noun{"Country Office", "Country Offices"},
		RegionalOffice: Noun{"Regional Office", "Regional Offices"}, Headquarters: Noun{"Headquarters office", "Headquarters offices"},
		OtherOffice: Noun{"other office", "other offices"}, Country: Noun{"country", "countries"},
		CountryOffices: "Country Offices", RegionalOffices: "Regional Offices", AtHeadquarters: "Headquarters",
		OtherOffices: "other offices", Countries: "countries",
		Responded: "Offices that answered the questionnaire", Missing: "Offices that did not answer the questionnaire",
		Asked: "asked", NotAsked: "not asked", Blank: "left blank", NotApplicable: "not applicable",
		Zero: "zero", Positive: "more than zero", Sum: "total",
		MoreThanOne: "More than one answer was possible.", Few: "Base: %s; no percentages are given for so few.",
		And: "and", AndBeforeI: "and", SharesOfAnswers: "Share of the offices that answered, in per cent", PercentOf: "%s (per cent)",
		Questionnaires: "questionnaires to offices, %s–%s",
	}
}

func frenchSurvey() SurveyStrings {
	return SurveyStrings{
		Office: Noun{"bureau", "bureaux"}, CountryOffice: Noun{"bureau de pays", "bureaux de pays"},
		RegionalOffice: Noun{"bureau régional", "bureaux régionaux"}, Headquarters: Noun{"service du Siège", "services du Siège"},
		OtherOffice: Noun{"autre bureau", "autres bureaux"}, Country: Noun{"pays", "pays"},
		CountryOffices: "bureaux de pays", RegionalOffices: "bureaux régionaux", AtHeadquarters: "Siège",
		OtherOffices: "autres bureaux", Countries: "pays",
		Responded: "Bureaux ayant répondu au questionnaire", Missing: "Bureaux n’ayant pas répondu au questionnaire",
		Asked: "question posée", NotAsked: "question non posée", Blank: "sans réponse", NotApplicable: "sans objet",
		Zero: "zéro", Positive: "plus de zéro", Sum: "total",
		MoreThanOne: "Plusieurs réponses étaient possibles.", Few: "Base\u00a0: %s\u00a0; il n’est pas donné de pourcentage pour un si petit nombre.",
		And: "et", AndBeforeI: "et", SharesOfAnswers: "Part des bureaux ayant répondu, en pour cent", PercentOf: "%s (en pourcentage)",
		Questionnaires: "questionnaires adressés aux bureaux, %s–%s",
	}
}

func spanishSurvey() SurveyStrings {
	return SurveyStrings{
		Office: Noun{"oficina", "oficinas"}, CountryOffice: Noun{"oficina en el país", "oficinas en los países"},
		RegionalOffice: Noun{"oficina regional", "oficinas regionales"}, Headquarters: Noun{"oficina de la Sede", "oficinas de la Sede"},
		OtherOffice: Noun{"otra oficina", "otras oficinas"}, Country: Noun{"país", "países"},
		CountryOffices: "oficinas en los países", RegionalOffices: "oficinas regionales", AtHeadquarters: "Sede",
		OtherOffices: "otras oficinas", Countries: "países",
		Responded: "Oficinas que respondieron al cuestionario", Missing: "Oficinas que no respondieron al cuestionario",
		Asked: "pregunta formulada", NotAsked: "pregunta no formulada", Blank: "sin respuesta", NotApplicable: "no procede",
		Zero: "cero", Positive: "más de cero", Sum: "total",
		MoreThanOne: "Se podía dar más de una respuesta.", Few: "Base: %s; no se dan porcentajes de tan pocas.",
		And: "y", AndBeforeI: "e", SharesOfAnswers: "Proporción de las oficinas que respondieron, en porcentaje", PercentOf: "%s (en porcentaje)",
		Questionnaires: "cuestionarios enviados a las oficinas, %s–%s",
	}
}
