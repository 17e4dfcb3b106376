package main

// question is a question of the form. Most ask for yes or no; one with options
// for all that apply.
type question struct {
	code, label string
	of          string // asked of those who said yes to this question; "" of all
	yes         int    // how many say yes
	kinds       map[string]int
	was         int // how many said yes in 2016; 0 where it was not asked
	blank       int // how many of those asked leave it blank
	options     []option
}

// option is an option that so many choose. The last of a question that is asked
// of all is none, for those who chose no other.
type option struct {
	code, label string
	n           int
}

// section is a group of questions.
type section struct {
	code, title string
	questions   []question
}

var none = option{"none", "None of these", 0}

// sections are the questionnaire of 2017.
func sections() []section {
	return []section{
		{"impact", "Global impact", impact()},
		{"principle_1", "Adherence to standards", principle1()},
		{"principle_2", "Evidence and whole-of-government approach", principle2()},
		{"principle_3", "Partnerships", principle3()},
		{"objective_1", "Well-being of migrants and society", append(objective1(), objective1Health()...)},
		{"objective_2", "Crises", objective2()},
		{"objective_3", "Safe, orderly and dignified migration", objective3()},
		{"effectiveness", "Organizational effectiveness", effectiveness()},
	}
}

func impact() []question {
	return []question{
		{code: "gcm", label: "How did the office take part in work on the two global compacts?", options: []option{
			{"regional_commissions", "Supporting a United Nations Regional Commission", 13},
			{"rcp_meetings", "Supporting meetings of regional consultative processes", 20},
			{"national_consultations", "National consultations with the host government", 70},
			{"refugee_compact", "Meetings on the compact on refugees", 14},
			none,
		}},
		{code: "sdg", label: "Did the office support the government on migration in the Sustainable Development Goals?", yes: 102},
	}
}

func principle1() []question {
	return []question{
		{code: "standards", label: "Did the office support the State in its commitments under international law?", yes: 110},
		{code: "humanitarian_reference", label: "Do documents of the office refer to the Principles for Humanitarian Action?", yes: 70},
		{code: "humanitarian_documents", label: "Which documents?", of: "humanitarian_reference", options: []option{
			{"strategy", "Country or regional strategy", 35}, {"project", "Project documents", 62},
		}},
		{code: "humanitarian_respect", label: "Did the office promote respect for humanitarian principles?", yes: 115, kinds: map[string]int{country: 105, regional: 8}},
		{code: "humanitarian_means", label: "By which means?", of: "humanitarian_respect", options: []option{
			{"capacity", "Capacity-building", 80}, {"awareness", "Awareness-raising", 63}, {"coordination", "Coordination", 53},
		}},
		{code: "principled_action", label: "Did the office face challenges to principled action?", yes: 43, kinds: map[string]int{country: 41, regional: 2}},
		{code: "principled_challenges", label: "Which challenges?", of: "principled_action", options: []option{
			{"access", "Access", 25}, {"security", "Security", 25}, {"coverage", "Humanitarian coverage", 18},
		}},
		{code: "protection", label: "Do projects mainstream the core principles of protection?", yes: 61},
		{code: "protection_all", label: "All four of them?", of: "protection", yes: 40},
		{code: "gender", label: "How did the office further gender equality?", options: []option{
			{"perspective", "A gender perspective in projects", 112},
			{"objective", "Projects with gender equality as their objective", 7},
			{"components", "Gender components in other projects", 23},
			{"policies", "Mainstreaming gender in policies", 92},
			{"empowerment", "Economic and skills empowerment", 69},
			{"sgbv", "Addressing sexual and gender-based violence", 68},
			none,
		}},
		{code: "psea", label: "What does the office do against sexual exploitation and abuse?", options: []option{
			{"network", "In-country network or task force", 33}, {"complaints", "Inter-agency complaint mechanism", 26}, {"training", "Training", 62}, none,
		}},
		{code: "ethics_training", label: "Was there training on ethics face to face?", yes: 13},
		{code: "beneficiaries", label: "In what do beneficiaries take part?", options: []option{
			{"implementation", "Implementation", 108}, {"monitoring", "Monitoring and evaluation", 104}, none,
		}},
		{code: "feedback", label: "Is the office in communication with beneficiaries for feedback?", yes: 104},
		{code: "feedback_objectives", label: "With which objective?", of: "feedback", options: []option{
			{"needs", "Learning what is needed", 88},
			{"satisfaction", "Learning whether assistance was satisfactory", 79},
			{"information", "Informing of services and entitlements", 74},
			{"adjustment", "Adjusting activities under way", 66},
			{"complaints", "Receiving complaints", 57},
			{"decisions", "Sharing decisions on projects", 41},
			{"other", "Other", 9},
		}},
		{code: "greenhouse", label: "Was the office part of the first greenhouse gas inventory?", yes: 2, kinds: map[string]int{country: 1, regional: 1}},
	}
}

func principle2() []question {
	return []question{
		{code: "studies", label: "Did the office publish or complete studies for external distribution?", yes: 114},
		{code: "studies_subjects", label: "On which subjects?", of: "studies", options: []option{
			{"displacement", "Displacement and tracking of mobility", 52},
			{"trafficking", "Trafficking in persons and exploitation", 47},
			{"labour", "Labour migration", 44},
			{"development", "Migration and development", 39},
			{"profiles", "Migration trends and profiles", 36},
			{"return", "Return and reintegration", 34},
			{"inclusion", "Inclusion of migrants", 31},
			{"health", "Migration and health", 28},
			{"borders", "Border and identity management", 21},
			{"environment", "Migration, environment and climate change", 18},
			{"diaspora", "Diasporas and remittances", 16},
			{"other", "Other subjects", 13},
		}},
		{code: "data", label: "Which work on data did the office do?", options: []option{
			{"collection", "Collecting migration data for external use", 96},
			{"government", "Supporting the government in data capture and analysis", 80},
			{"academic", "Partnering with academic institutions", 92},
			none,
		}},
		{code: "policy", label: "Did the office support the mainstreaming of migration in policy?", yes: 87},
		{code: "policy_means", label: "By which means?", of: "policy", options: []option{
			{"capacity", "Capacity-building", 59}, {"technical", "Other technical assistance", 51},
		}},
		{code: "policy_subjects", label: "In which subject areas?", of: "policy", options: []option{
			{"planning", "National development planning", 49},
			{"employment", "Labour and employment", 46},
			{"health", "Health", 34},
			{"justice", "Justice and security", 31},
			{"social_protection", "Social protection", 27},
			{"disaster", "Disaster risk reduction", 25},
			{"environment", "Environment and climate change", 22},
			{"gender", "Gender equality", 21},
			{"education", "Education", 18},
			{"urban", "Urban and local development", 17},
			{"youth", "Youth", 14},
			{"other", "Other areas", 9},
		}},
		{code: "action_plan", label: "Has the host government developed an action plan?", yes: 57},
		{code: "action_plan_local", label: "Does it implement the plan locally?", of: "action_plan", yes: 42},
	}
}

func principle3() []question {
	return []question{
		{code: "partnerships", label: "Did the office take part in global partnerships?", yes: 104, was: 52},
		{code: "partnerships_processes", label: "In which processes?", of: "partnerships", options: []option{
			{"gcm", "Global compact for safe, orderly and regular migration", 89},
			{"gfmd", "Global Forum on Migration and Development", 43},
			{"idm", "International Dialogue on Migration", 37},
			{"agenda_2030", "Follow-up to the 2030 Agenda", 34},
			{"alliance", "Alliance 8.7", 26},
			{"disaster_risk", "Disaster risk reduction", 19},
			{"disaster_displacement", "Platform on Disaster Displacement", 16},
			{"gcr", "Global compact on refugees", 14},
			{"other", "Other processes", 12},
		}},
		{code: "partnerships_results", label: "With which results?", of: "partnerships", options: []option{
			{"understanding", "Better common understanding", 79},
			{"dialogue", "Help in policy dialogue or events", 54},
			{"sdg", "Support for the Sustainable Development Goals", 48},
		}},
		{code: "rcp", label: "Was the office engaged in regional consultative processes?", yes: 63},
		{code: "rcp_engagement", label: "By which type of engagement?", of: "rcp", options: []option{
			{"meetings", "Attending meetings as observer or expert", 46},
			{"advice", "Advice on policy and technical questions", 41},
			{"organization", "Helping to organize a meeting", 35},
			{"training", "Training of officials", 24},
			{"research", "Research and data", 20},
			{"secretariat", "Secretariat services", 17},
			{"funding", "Help in raising funds", 11},
			{"other", "Other types of engagement", 7},
		}},
		{code: "rcp_results", label: "With which results?", of: "rcp", options: []option{
			{"understanding", "Increased common understanding", 48}, {"focal_points", "National focal points or set-ups", 25},
		}},
		{code: "forums", label: "Was the office engaged in interregional forums?", yes: 38},
		{code: "forums_which", label: "In which?", of: "forums", options: []option{
			{"pan_african", "Pan-African Forum on Migration", 12}, {"khartoum", "Khartoum Process", 8}, {"other", "Other forums", 21},
		}},
		{code: "cross_regional", label: "Was the office part of multilateral or cross-regional initiatives?", yes: 47},
		{code: "government_partners", label: "With which institutions of the government does the office work?", options: []option{
			{"immigration", "Immigration or migration", 127},
			{"foreign_affairs", "Foreign or consular affairs", 114},
			{"interior", "Interior or home affairs", 104},
			{"border", "Border management", 99},
			none,
		}},
		{code: "civil_society", label: "Does the office work with civil society?", yes: 133},
		{code: "private_sector", label: "Was the office engaged with private sector organizations?", yes: 70},
		{code: "diaspora", label: "Which work with diasporas did the office do?", options: []option{
			{"development", "On their role in development", 70}, {"partnership", "Direct partnership", 31}, {"post_crisis", "Expertise after crises", 12}, none,
		}},
	}
}

func objective1() []question {
	return []question{
		{code: "labour_frameworks", label: "Did the office help the government with a legal and administrative framework of labour migration?", yes: 74},
		{code: "recruitment", label: "Did the office work on the standards of migrants' rights in recruitment?", yes: 40},
		{code: "recruitment_expertise", label: "In which areas of expertise?", of: "recruitment", options: []option{
			{"workers", "Information and training for migrant workers", 31},
			{"regulation", "Regulation and licensing of recruiters", 24},
			{"recruiters", "Capacity-building for recruiters", 22},
			{"employers", "Guidance for employers", 18},
			{"remedy", "Complaints and remedy", 13},
			{"supply_chains", "Assessment of labour supply chains", 7},
			{"other", "Other", 4},
		}},
		{code: "integration", label: "Did the office promote integration and inclusion?", yes: 117},
		{code: "inclusion", label: "Did it give direct support to migrants?", of: "integration", yes: 89},
		{code: "inclusion_types", label: "Of which types?", of: "inclusion", options: []option{
			{"orientation", "Orientation and information", 63},
			{"community", "Community and cultural activities", 52},
			{"livelihood", "Employment and livelihoods", 48},
			{"legal", "Legal advice and documents", 46},
			{"psychosocial", "Psychosocial support", 44},
			{"language", "Language courses", 38},
			{"education", "Access to education", 33},
			{"housing", "Access to housing", 21},
			{"other", "Other", 6},
		}},
		{code: "economic_support", label: "Did the office help migrants to improve their economic situation?", yes: 48},
		{code: "media", label: "Was the office in the media?", yes: 135},
		{code: "film_festival", label: "Did the office take part in the film festival?", yes: 100},
		{code: "protection_work", label: "Which programmes of protection does the office have?", options: []option{
			{"vulnerable", "For vulnerable migrants", 143}, {"trafficking", "Against trafficking", 133}, {"children", "For migrant children", 80}, none,
		}},
		{code: "protection_assistance", label: "Whom did it protect, assist or train?", options: []option{
			{"vulnerable", "Vulnerable migrants", 77}, {"victims", "Victims of trafficking", 100}, {"partners", "Partners", 108}, none,
		}},
	}
}

func objective1Health() []question {
	return []question{
		{code: "health", label: "Is the office active in migration health?", yes: 111},
		{code: "health_governments", label: "What did the government do?", of: "health", blank: 4, options: []option{
			{"services", "Efforts on services that are sensitive to migrants", 83},
			{"surveys", "Data on migrants in national surveys", 43},
			{"focal_point", "A focal point", 48},
		}},
		{code: "health_work", label: "What did the office do?", of: "health", options: []option{
			{"capacity", "Capacity-building", 79},
			{"advocacy", "Advocacy", 83},
			{"awareness", "Awareness-raising", 65},
			{"vaccination", "Vaccination", 40},
			{"direct", "Direct health services", 75},
		}},
		{code: "health_professionals", label: "Whom did its advocacy address?", of: "health", blank: 40, options: []option{
			{"health", "Health professionals", 54}, {"others", "Other professionals", 28},
		}},
		{code: "mecc", label: "Does the office address migration, environment and climate change?", yes: 50},
		{code: "mecc_activities", label: "By which activities?", of: "mecc", options: []option{
			{"policy", "Policy dialogue and advice", 31},
			{"research", "Research and data", 24},
			{"awareness", "Awareness-raising", 22},
			{"risk", "Disaster risk reduction", 21},
			{"adaptation", "Adaptation and resilience projects", 19},
			{"capacity", "Capacity-building", 17},
			{"other", "Other", 3},
		}},
		{code: "reintegration", label: "Did the office implement reintegration activities?", yes: 93},
		{code: "reintegration_others", label: "Of migrants whom others had returned?", of: "reintegration", yes: 17},
		{code: "reintegration_community", label: "Directed at communities?", of: "reintegration", yes: 14},
	}
}

func objective2() []question {
	return []question{
		{code: "mcof", label: "Does the office have a strategy of response to crises that uses the operational framework?", yes: 36},
		{code: "crisis_health", label: "Did the office provide health support in crises?", yes: 39, was: 19},
		{code: "crisis_health_direct", label: "Direct services?", of: "crisis_health", blank: 6, yes: 23},
		{code: "health_preparedness", label: "Does the office have projects on health risks?", yes: 10},
	}
}

func objective3() []question {
	return []question{
		{code: "avr_partnerships", label: "Does the office have formal partnerships on assisted voluntary return?", yes: 40},
		{code: "return_dialogue", label: "Did the office facilitate dialogue on the management of returns?", yes: 35},
		{code: "border", label: "Does the office work on border and identity management?", yes: 87},
		{code: "border_work", label: "On what?", of: "border", options: []option{
			{"assessment", "Assessments", 35},
			{"smuggling", "Smuggling of migrants", 29},
			{"documents", "Travel documents", 28},
			{"vulnerabilities", "Vulnerabilities at borders", 37},
		}},
	}
}

func effectiveness() []question {
	return []question{
		{code: "strategies", label: "Did the office revise or create a strategy?", yes: 50},
		{code: "risk_assessment", label: "Did the office make a risk assessment?", yes: 40, kinds: map[string]int{regional: 9, country: 31}},
		{code: "guidance", label: "Does the office give guidance to others in its region?", yes: 9, kinds: map[string]int{regional: 9}},
		{code: "stocks", label: "Does the office pre-position stocks?", yes: 17},
		{code: "downsizing", label: "Did the office become smaller?", yes: 16},
		{code: "medical_visits", label: "Was the office visited by doctors?", yes: 11},
		{code: "standby", label: "Did the office receive personnel of standby partners?", yes: 20, kinds: map[string]int{country: 20}},
		{code: "i_learn", label: "Does the office have the learning system?", yes: 23},
	}
}
