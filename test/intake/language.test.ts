import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/intake/language.js';

describe('the language of a text', () => {
  it.each([
    ['en', 'At least 60 people were killed in an attack on a concert hall near Moscow, the authorities said.'],
    ['en', 'AT LEAST 60 PEOPLE WERE KILLED IN AN ATTACK ON A CONCERT HALL NEAR MOSCOW, THE AUTHORITIES SAID.'],
    ['de', 'Bei einem Anschlag auf eine Konzerthalle bei Moskau sind mindestens 60 Menschen getötet worden.'],
    ['fr', 'Au moins soixante personnes ont été tuées dans une attaque contre une salle de concert près de Moscou.'],
    ['es', 'Al menos sesenta personas murieron en un ataque contra una sala de conciertos cerca de Moscú.'],
    ['nl', 'Bij een aanslag op een concertzaal in de buurt van Moskou zijn ten minste zestig mensen omgekomen.'],
    ['ru', 'Не менее шестидесяти человек погибли при нападении на концертный зал под Москвой.'],
    ['ar', 'قتل ما لا يقل عن ستين شخصا في هجوم على قاعة للحفلات الموسيقية قرب موسكو'],
    ['zh', '莫斯科附近一家音乐厅遭袭，至少六十人死亡。'],
    [
      'id',
      'Sedikitnya enam puluh orang tewas dalam serangan di dekat Moskow, kata polisi yang telah menangkap pelaku itu.',
    ],
    ['so', 'Ugu yaraan lixdan qof ayaa lagu dilay weerar ka dhacay Moscow, waxaana la sheegay in ay ku lug lahaayeen.'],
    [
      'sw',
      'Watu wasiopungua sitini wameuawa katika shambulio la ukumbi wa tamasha, polisi wamesema baada ya tukio hilo.',
    ],
    ['ha', 'Akalla mutane sittin ne aka kashe a wani hari da aka kai a cikin dakin taro, kuma an kama mutane hudu.'],
    [null, 'Bomb kills five in Kabul'],
    [null, '12345 +++ 678'],
    [null, ''],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
