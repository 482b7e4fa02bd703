/** Words that stand before or after a person's name, and given names, all folded to lower case without accents. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Titles and offices written in front of a name; several may follow each other ("Deputy Foreign Minister"). */
export const TITLE_WORDS = words(`
  mr mrs ms miss dr prof professor sir lord lady dame rev reverend fr father sister brother monsignor bishop archbishop cardinal pope
  rabbi imam sheikh sheik shaykh mullah mawlawi maulvi maulana maulavi ayatollah mufti emir amir haji hajji ustad
  gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal brig brigadier adm admiral cmdr commander
  commodore marshal inspector superintendent constable detective commissioner chief sheriff cmd
  president vice premier prime minister deputy chancellor king queen prince princess sultan crown
  secretary senator sen rep representative congressman congresswoman gov governor mayor ambassador envoy consul
  judge justice magistrate presiding prosecutor attorney agent special director chairman chairwoman chair speaker mp
  spokesman spokeswoman spokesperson press acting assistant under senior former late interior foreign home defence defense
  finance information justice health education internal security state states federal member national counterterrorism coordinator
  comandante comrade leader cleric preacher officer subinspector
`);

/** Nouns for what somebody is, in front of a name or behind it after a comma. */
export const ROLES = words(`
  spokesman spokeswoman spokesperson spokesmen minister president premier chancellor leader leaders commander chief head founder cofounder
  co-founder deputy general colonel major captain sergeant brigadier admiral judge prosecutor officer agent attorney lawyer preacher
  cleric imam sheikh mullah bomber bombers suspect gunman attacker assailant hijacker killer terrorist militant fighter mastermind
  ringleader ambassador envoy coordinator secretary undersecretary senator congressman lawmaker mp director mayor governor editor
  analyst expert researcher scholar professor driver student journalist reporter correspondent author writer film-maker
  member operative recruiter financier emir amir king queen prince chairman chairwoman vice-president businessman
  activist dissident candidate rebel guerrilla priest bishop nun monk rabbi doctor nurse engineer teacher policeman soldier
  magistrate inspector superintendent commissioner constable representative negotiator adviser advisor aide assistant brother sister
  father mother son daughter wife husband cousin uncle nephew widow resident neighbour neighbor witness shopkeeper villager
  warlord ideologue theologian coach footballer player striker singer actor star manager captain newsreader politician councillor
  councilman treasurer organiser organizer architect veteran convert citizen national
`);

/** Short words inside a name: "Iyad ag Ghaly", "Osama bin Laden", "Maria de la Cruz". */
export const NAME_PARTICLES = words(
  'al el bin ben ibn bint ag abu abd ul ur de del della di da dos das du la las los van von der den ter y e',
);

/** Beginnings that only names of persons have. */
export const PERSON_PARTICLES = /^(?:al|el|an|as|ash|ad|ar|at|az|ul|ur|ud|uz|d|o|bin|ibn|abd|abdul|abdel)[-'][a-z]/;

/** Common given names of many languages: enough to tell "Erica Gasparri" from "Abbey Gate". */
export const GIVEN_NAMES = words(`
  aaron abbas abd abdel abdelhamid abdi abdirahman abdou abdul abdulaziz abdullah abdullahi abdur abel abigail abimael abraham abu adam adel
  adnan adolfo adrian agnes ahmad ahmed aileen ainhoa aisha ajay akbar akhtar alain alan albert alberto alejandro aleksandr aleksei alessandro
  alex alexander alexandra alexei alexis alfred alfredo ali alice alicia alina alison alvaro amadou amal amanda amin amina amir amit amjad
  amy ana anastasia anatoly anders andre andrea andreas andrei andrew andy angel angela angelica anil anita anjem ann anna anne anthony antoine
  anton antonio anwar araceli ariel arif arjun armando arne arnold arsenio arthur arturo asad asif ash ashraf asim asma atiq audrey
  august augusto aung ayman aziz babak bakr barack barbara bashar bashir basil beatriz ben benazir benjamin bernard bernardo beth betty bilal bill
  boris brad brandon brenda brian bruce bruno bryan burhan cameron carl carla carlo carlos carmen carol caroline catherine cecilia cesar
  charles charlie chris christian christina christine christopher chuck cindy claire clara clarence claude claudia colin condoleezza
  craig cristina cyril daisy dan dana daniel daniela danilo daoud dariusz david dawood dean deborah debra denis dennis derek diana
  diane didier diego dieter dimitri dirk dmitri dmitry dominic don donald doris dorothy douglas dylan dzhokhar ebrahim eddie edgar eduardo
  edward edwin efrain ehud eileen elena elias eliot elizabeth ellen emile emily emma emmanuel enrico enrique eric erica erich erik ernest ernesto erwin
  esteban esther eugene eva evelyn ezer fabio fahad fahd faisal farah faruk fatima felipe felix ferdinand fernando fidel filippo florence
  francesca francesco francis francisco franco francois frank franz fred frederick friedrich gabriel gary gennady geoffrey george georges georgi
  gerald gerard gerhard gerry ghulam gianni gilbert gilberto giovanni giulia giuseppe glen gloria gonzalo gordon graham greg gregory guido guillermo gulbuddin
  gunther gustavo guy habib hadi hafiz haider hakim hamad hamdi hamid hamza hannah hans haris harold haroon harry harun hasan hashim hassan
  hassane heather hector heinrich helen helena helene helmut henri henry herbert hernan hector hilary hilmy hisham horst howard hubert hugh hugo humberto
  husain hussain hussein hillary ian ibrahim idris ignacio igor iman imran indira ines ingrid irene iris irina isa isaac isabel ishaq ismael ismail
  israel issa ivan iyad jack jackie jacob jacqueline jacques jafar jaime jalal jalaluddin jamal james jamil jan jane janet janne jason javed javier jay jean jehad
  jeff jeffrey jennifer jens jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joao joe joel joerg johan johann johanna john johnny
  jon jonas jonathan jorge jose josef joseph joshua joyce juan juana judith julia julian julie julio jurgen justin kabir kamal kareem karen karim karin karl
  katherine kathleen kathryn katie kay keith kelly ken kenneth kevin khaled khalid khalil khan kim kimberly klaus kurt lars larry laura laurent
  lawrence lee leila leo leon leonard leonardo leonid leslie lewis liam liaquat lilian linda lindsey lisa lloyd lorenzo louis louise lucas lucia
  luigi luis luisa luiz luke lydia mahad mahamat mahmood mahmoud mahmud malik manfred manoj manuel marc marcel marcela marcelo marco marcos
  marcus margaret maria marian mariana marie marina mario marion marise mark markus martha martin martina mary maryam masood massoud mathew
  matthew maurice mauricio max maxim mehdi mehmet melanie melissa menachem mercedes michael michel michele michelle miguel mikhail mike milan mimi mirza mohamad mohamed
  mohammad mohammadu mohammed mohan mohd moises monica moshe mostafa muammar mubarak muhammad muhammadu mukhtar mullah murad murat musa mustafa mustapha nadia naeem
  najib nancy naomi narendra naser nasir nasser natalia natalie nathan nawaz neil nelson nicholas nick nicola nicolas nigel nikita nikolai nikolas nina noor noordin
  nora norman nouri olaf oleg olga oliver olivier omar orlando oscar osama osman otto pablo paolo pascal patrice patricia patrick paul paula
  paulo pavel pedro peggy peter petra philip philippe phil pierre pietro qari qasim quentin rachel radovan rafael rafiq rahim raila rainer raj rajiv rajnath raman ralph
  ramazan ramon ramzi raoul raphael rashid raul ray raymond rebecca recep reinhard rene reza ricardo richard rick rigoberto rita robert
  roberto robin rodolfo rodrigo roger roland rolf roman ron ronald rosa rosario rose roy ruben rudolf rupert russell ruth ryan saad sabah saddam sadiq
  saeed said saif sajid salah saleh salem salim salma salman salvador sam samantha samir samuel sandra sanjay sara sarah sayed sayyid scott
  sean sebastian sefa seifeddine selim serge sergei sergey sergio sevgil seydou shah shahid shamil shane shannon sharif sharon shaun sher sheila shimon shinzo shirley shoko silvia simon sirajuddin
  sofia solomon sonia sophie stefan stephan stephane stephanie stephen steve steven stewart stuart sue suleiman susan suzanne sven syed sylvia taha tahir taimur tamerlan
  tanya tariq tayyip ted teresa terry theodore theresa thierry thomas tim timothy tobias todd tom tommy tony toufik tristan ulrich umar umer usama usman uwe valentin valeria
  valery vanessa vera vernon veronica victor victoria viktor vincent vincenzo virginia vitaly vladimir volodymyr walid walter wanda warren wayne wendy werner wilfred wilhelm
  will william winston wolfgang xavier yahya yair yakub yasin yasir yasser yassin yitzhak yossi yousef youssef yuri yusuf yves zabihullah zahid zahran zahir zainab
  zakaria zaki zawahiri ziad zia zine zoe zubair
`);
