/** Which network addresses are inside the house, where nothing that somebody else names may be reached. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Not reachable from anywhere: this host, private, shared, link-local, documentation, multicast, reserved (RFC 6890). */
const INSIDE_4 = [
  ...(['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'] as const),
  ...(['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'] as const),
  ...(['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'] as const),
];
/** Outside 2000::/3 nothing of IPv6 is global; within it these are not, or lead to an IPv4 address (Teredo, 6to4). */
const INSIDE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;

const inside = new BlockList();
const global = new BlockList();
for (const [list, ranges, kind] of [
  [inside, INSIDE_4, 'ipv4'],
  [inside, INSIDE_6, 'ipv6'],
  [global, ['2000::/3'], 'ipv6'],
] as const)
  for (const range of ranges) {
    const [net = '', prefix] = range.split('/');
    list.addSubnet(net, Number(prefix), kind);
  }

/** Whether an IP address is not a public one. What is no IP address counts as inside. */
export function isInside(address: string): boolean {
  if (isIPv4(address)) return inside.check(address, 'ipv4');
  if (!isIPv6(address)) return true;
  return !global.check(address, 'ipv6') || inside.check(address, 'ipv6');
}
