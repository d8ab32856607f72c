export { BarChart, type BarChartProps, type BarGroup, MOST_SERIES } from './bar-chart.tsx';
