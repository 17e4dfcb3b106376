package lang

// englishProof follows the United Nations Editorial Manual, articles on numbers
// and abbreviations.
func englishProof() Proof {
	return Proof{
		PerCent: "per cent", Misspelt: []string{"percent", "pct"},
		Thousands: []string{"thousand"}, Millions: []string{"million"},
		Named: []string{
			"age", "aged", "ages", "annex", "annexes", "appendix", "art.", "article", "articles", "box", "category", "chapter",
			"chart", "class", "day", "figure", "footnote", "goal", "goals", "grade", "group", "group of", "indicator", "item", "items",
			"level", "levels", "line", "no.", "nos.", "note", "number", "numbered", "objective", "option", "page", "pages", "para.",
			"paras.", "paragraph", "paragraphs", "part", "phase", "pillar", "point", "principle", "question", "ratio of", "room", "rooms",
			"rule", "rules", "section", "sections", "session", "stage", "step", "table", "target", "targets", "tier", "track", "type", "vol.",
			"volume", "week", "zone",
		},
		Measured: []string{
			"%", "per", "percentage", "point", "points", "million", "thousand", "billion", "a.m.", "p.m.", "am", "pm", "o’clock",
			"votes", "vote", "abstentions", "degrees", "years old", "years of age", "metres", "kilometres", "tons", "litres",
			"times", "km", "kg", "m", "cm", "mm", "ha", "l", "t", "GB", "MB", "TB", "kW", "MW", "°C", "°", "and a",
		},
		Symbols:    []string{"km", "km²", "m²", "m³", "kg", "cm", "mm", "ha", "GB", "MB", "TB", "kW", "MW", "kWh", "°C"},
		Currencies: currencies(),
		Twice:      []string{"that", "had", "is", "do", "so", "very"},
		References: References{
			Paragraph: []string{"paragraph", "paragraphs", "para.", "paras.", "para", "paras"}, Annex: []string{"annex", "annexes"},
			Table: []string{"table", "tables"}, Figure: []string{"figure", "figures", "chart"}, Box: []string{"box"},
		},
		Elsewhere: []string{"of", "to", "in", "thereof"},
		Over:      []string{"over", "more than", "above", "exceeding", "greater than", "well over", "just over", "upwards of"},
		AtLeast:   []string{"at least", "no fewer than", "no less than", "not less than"},
		Under:     []string{"nearly", "almost", "close to", "just under", "under", "less than", "fewer than", "below", "not quite"},
		AtMost:    []string{"up to", "at most", "no more than", "not more than"},
		About:     []string{"about", "around", "approximately", "some", "roughly", "an estimated"},
		Fractions: []Fraction{
			{"half", 1, 2},
			{"one half", 1, 2},
			{"a third", 1, 3},
			{"one third", 1, 3},
			{"two thirds", 2, 3},
			{"a quarter", 1, 4},
			{"one quarter", 1, 4},
			{"three quarters", 3, 4},
			{"a fifth", 1, 5},
			{"one fifth", 1, 5},
			{"two fifths", 2, 5},
			{"three fifths", 3, 5},
			{"four fifths", 4, 5},
			{"a sixth", 1, 6},
			{"one sixth", 1, 6},
			{"a tenth", 1, 10},
			{"one tenth", 1, 10},
		},
		That: []string{"or", "that is", "namely"}, Whole: []string{"of"}, All: []string{"of the total", "of all", "of the whole"},
		Time: []string{
			"of the year", "of the month", "of the week", "of the day", "of the decade", "of the century", "of the period", "of the time",
			"of that year", "of a", "of an",
		},
		Rise: []string{
			"increase", "increased", "rise", "rose", "risen", "grew", "grown", "growth", "up", "gain", "gained", "higher", "more",
		},
		Fall: []string{
			"decrease", "decreased", "decline", "declined", "drop", "dropped", "fall", "fell", "fallen", "reduction", "reduced",
			"down", "loss", "lower",
		},
		Preposition: []string{"by", "of"},
		Plurals:     [][2]string{{"", "s"}, {"", "es"}, {"y", "ies"}},
	}
}

// frenchProof has the words of which the usage is settled; lists that French
// usage does not settle (measures, what is a name) stay with what is certain.
func frenchProof() Proof {
	return Proof{
		PerCent: "pour cent", Misspelt: []string{"pourcent"},
		Thousands: []string{"mille"}, Millions: []string{"million", "millions"},
		Named: []string{
			"âge", "annexe", "annexes", "article", "articles", "catégorie", "chapitre", "encadré", "étape", "figure", "groupe",
			"indicateur", "ligne", "niveau", "no", "note", "objectif", "objectifs", "page", "pages", "par.", "paragraphe",
			"paragraphes", "partie", "phase", "point", "principe", "question", "règle", "section", "session", "tableau", "tome",
			"volume", "zone",
		},
		Measured: []string{
			"%", "pour", "point", "points", "million", "millions", "mille", "milliard", "milliards", "heures", "h", "voix", "ans",
			"fois", "degrés", "mètres", "kilomètres", "tonnes", "litres", "km", "kg", "m", "cm", "mm", "ha", "l", "t", "Go", "Mo",
			"°C", "°",
		},
		Symbols:    []string{"km", "km²", "m²", "m³", "kg", "cm", "mm", "ha", "Go", "Mo", "To", "kW", "MW", "kWh", "°C"},
		Currencies: currencies(),
		Twice:      []string{"nous", "vous", "très"},
		References: References{
			Paragraph: []string{"paragraphe", "paragraphes", "par."}, Annex: []string{"annexe", "annexes"},
			Table: []string{"tableau", "tableaux"}, Figure: []string{"figure", "figures", "graphique"}, Box: []string{"encadré"},
		},
		Elsewhere: []string{"de", "du", "des", "à", "dans"},
		Over:      []string{"plus de", "plus d’"},
		AtLeast:   []string{"au moins"},
		Under:     []string{"près de", "presque", "moins de", "moins d’"},
		AtMost:    []string{"jusqu’à", "au plus"},
		About:     []string{"environ", "quelque"},
		Fractions: []Fraction{
			{"la moitié", 1, 2},
			{"un tiers", 1, 3},
			{"le tiers", 1, 3},
			{"deux tiers", 2, 3},
			{"les deux tiers", 2, 3},
			{"un quart", 1, 4},
			{"le quart", 1, 4},
			{"trois quarts", 3, 4},
			{"les trois quarts", 3, 4},
			{"un cinquième", 1, 5},
			{"un dixième", 1, 10},
		},
		That: []string{"soit", "ou"}, Whole: []string{"des", "de", "du", "d’"}, All: []string{"du total", "de l’ensemble"},
		Time:        []string{"de l’année", "du mois", "de la semaine", "de la journée", "de la décennie", "du siècle", "de la période", "du temps"},
		Rise:        []string{"augmentation", "augmenté", "hausse", "progressé", "accru", "accrue", "accroissement"},
		Fall:        []string{"diminution", "diminué", "baisse", "baissé", "reculé", "recul", "réduction"},
		Preposition: []string{"de", "d’"},
		Plurals:     [][2]string{{"", "s"}, {"", "x"}, {"al", "aux"}},
	}
}

// spanishProof is as complete as frenchProof.
func spanishProof() Proof {
	return Proof{
		PerCent: "por ciento", Misspelt: []string{"porciento"},
		Thousands: []string{"mil"}, Millions: []string{"millón", "millones"},
		Named: []string{
			"anexo", "anexos", "artículo", "artículos", "capítulo", "categoría", "cuadro", "edad", "etapa", "fase", "figura",
			"grupo", "indicador", "línea", "nivel", "nota", "núm.", "objetivo", "objetivos", "página", "páginas", "párr.",
			"párrafo", "párrafos", "parte", "pregunta", "principio", "punto", "recuadro", "regla", "reunión", "sección", "tabla",
			"tema", "volumen", "zona",
		},
		Measured: []string{
			"%", "por", "punto", "puntos", "millón", "millones", "mil", "horas", "h", "votos", "voto", "años", "veces", "grados",
			"metros", "kilómetros", "toneladas", "litros", "km", "kg", "m", "cm", "mm", "ha", "l", "t", "GB", "MB", "°C", "°",
		},
		Symbols:    []string{"km", "km²", "m²", "m³", "kg", "cm", "mm", "ha", "GB", "MB", "TB", "kW", "MW", "kWh", "°C"},
		Currencies: currencies(),
		Twice:      []string{"muy"},
		References: References{
			Paragraph: []string{"párrafo", "párrafos", "párr.", "párrs."}, Annex: []string{"anexo", "anexos"},
			Table: []string{"cuadro", "cuadros"}, Figure: []string{"figura", "figuras", "gráfico"}, Box: []string{"recuadro"},
		},
		Elsewhere: []string{"de", "del", "a", "en"},
		Over:      []string{"más de"},
		AtLeast:   []string{"al menos", "por lo menos"},
		Under:     []string{"casi", "cerca de", "menos de"},
		AtMost:    []string{"hasta", "a lo sumo"},
		About:     []string{"alrededor de", "aproximadamente", "unos", "unas"},
		Fractions: []Fraction{
			{"la mitad", 1, 2},
			{"un tercio", 1, 3},
			{"dos tercios", 2, 3},
			{"una cuarta parte", 1, 4},
			{"un cuarto", 1, 4},
			{"tres cuartas partes", 3, 4},
			{"tres cuartos", 3, 4},
			{"una quinta parte", 1, 5},
			{"una décima parte", 1, 10},
		},
		That: []string{"o", "es decir", "o sea"}, Whole: []string{"de", "del"}, All: []string{"del total", "de todas", "de todos"},
		Time:        []string{"del año", "del mes", "de la semana", "del día", "del decenio", "del siglo", "del período", "del tiempo"},
		Rise:        []string{"aumento", "aumentó", "aumentado", "incremento", "creció", "incrementó"},
		Fall:        []string{"disminución", "disminuyó", "reducción", "descenso", "descendió", "redujo", "cayó"},
		Preposition: []string{"de", "del", "en", "un"},
		Plurals:     [][2]string{{"", "s"}, {"", "es"}},
	}
}

// currencies are codes of ISO 4217 that the reports of governing bodies use.
func currencies() []string {
	return []string{
		"AUD", "BRL", "CAD", "CHF", "CNY", "COP", "DKK", "EUR", "GBP", "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PEN", "SEK",
		"USD", "ZAR",
	}
}
